/** Gives every pair of two small numbers a number of its own; cheaper than a text key per row. */
class PairNumbers {
  readonly #numbers = new Map<number, number>();

  number(first: number, second: number): number {
    const key = first * 2 ** 26 + second;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

class TextNumbers {
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/** Which places for one figure (period, subject, item, and rater where there is one) are already taken, and by whom. */
export class Slots {
  readonly #periods = new TextNumbers();
  readonly #subjects = new TextNumbers();
  readonly #items = new TextNumbers();
  readonly #raters = new TextNumbers();
  readonly #periodSubjects = new PairNumbers();
  readonly #figures = new PairNumbers();
  readonly #ratings = new PairNumbers();
  readonly #figureOwners: number[] = [];
  readonly #ratingOwners: number[] = [];

  /** Takes the place for `owner`; gives the earlier owner when it is taken, otherwise `null`. */
  take(period: string, subject: string, item: string, rater: string | null, owner: number): number | null {
    const periodSubject = this.#periodSubjects.number(this.#periods.number(period), this.#subjects.number(subject));
    const figure = this.#figures.number(periodSubject, this.#items.number(item));
    if (rater === null) return takeFirst(this.#figureOwners, figure, owner);
    return takeFirst(this.#ratingOwners, this.#ratings.number(figure, this.#raters.number(rater)), owner);
  }
}

function takeFirst(owners: number[], place: number, owner: number): number | null {
  const earlier = owners[place];
  if (earlier !== undefined) return earlier;
  owners[place] = owner;
  return null;
}
