/** What is written of a part so far, by what it holds: what formulas can name. */
export class PartNames {
  readonly id: string;
  /** How the ids of its indicators begin. */
  readonly prefix: string;
  readonly numbers: string[] = [];
  readonly flags: string[] = [];
  readonly words: string[] = [];
  readonly registers: string[] = [];
  /** Parts of which a figure is one value here, and parts of which it is a list. */
  readonly ones: PartNames[] = [];
  readonly lists: PartNames[] = [];

  constructor(id: string, prefix: string) {
    this.id = id;
    this.prefix = prefix;
  }
}
