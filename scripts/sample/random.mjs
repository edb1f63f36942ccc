// Random numbers that are the same on every machine, and the few distributions the sample needs.

/** A stream of random numbers from a seed (mulberry32). */
export class Random {
  #state;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = seed;
  }

  /** From 0 up to, but not including, 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /**
   * @param {number} low
   * @param {number} high
   */
  between(low, high) {
    return low + (high - low) * this.next();
  }

  /**
   * A whole number, both ends included.
   * @param {number} low
   * @param {number} high
   */
  whole(low, high) {
    return Math.floor(this.between(low, high + 1));
  }

  /** About the normal distribution, mean 0, deviation 1, never beyond ±3.5. */
  normal() {
    let sum = -6;
    for (let count = 0; count < 12; count += 1) sum += this.next();
    return Math.max(-3.5, Math.min(3.5, sum));
  }

  /**
   * How often something rare happens that happens `mean` times on average.
   * @param {number} mean
   */
  count(mean) {
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count += 1;
    }
    return count;
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * @template Entry
   * @param {readonly Entry[]} list
   * @returns {Entry}
   */
  pick(list) {
    return /** @type {Entry} */ (list[Math.floor(this.next() * list.length)]);
  }

  /**
   * Different entries of a list, in random order.
   * @template Entry
   * @param {readonly Entry[]} list
   * @param {number} count
   * @returns {Entry[]}
   */
  some(list, count) {
    const rest = [...list];
    return Array.from({ length: Math.min(count, rest.length) }, () => {
      const [taken] = rest.splice(Math.floor(this.next() * rest.length), 1);
      return /** @type {Entry} */ (taken);
    });
  }
}
