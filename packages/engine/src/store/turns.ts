/** Has things done one after the other, in the order in which they were asked for. One that fails keeps no other from its turn. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does `work` when all that was asked for before is done, or has failed. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when all that has been asked for so far is done, or has failed. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
