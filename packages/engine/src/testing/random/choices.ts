/** A stream of choices that is the same for the same seed. */
export class Choices {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    // Mulberry32: small, and good enough to scatter schemes.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  of<T>(options: readonly T[]): T {
    if (options.length === 0) throw new Error('There is nothing to choose from.');
    return options[this.below(options.length)] as T;
  }

  /** From `least` to `most` of the options, in their order. */
  some<T>(options: readonly T[], least: number, most = options.length): T[] {
    const wanted = least + this.below(most - least + 1);
    const places = new Set<number>();
    while (places.size < Math.min(wanted, options.length)) places.add(this.below(options.length));
    return options.filter((_, at) => places.has(at));
  }

  shuffled<T>(options: readonly T[]): T[] {
    const left = [...options];
    const found: T[] = [];
    while (left.length > 0) found.push(...left.splice(this.below(left.length), 1));
    return found;
  }

  /** Calls one of the functions. */
  one<T>(...ways: readonly (() => T)[]): T {
    return this.of(ways)();
  }
}
