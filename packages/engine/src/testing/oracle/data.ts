import type { Dataset, Observation, Subject } from '../../data/dataset.ts';
import type { OracleInput } from './document.ts';
import { literal } from './document.ts';
import { isWithin } from './periods.ts';
import { Rational } from './rational.ts';
import { Fault, MISSING, NA } from './value.ts';
import type { Value } from './value.ts';

/** One row of an event or a rating, as a cell reads it. */
export interface OracleRow {
  readonly observation: Observation;
  readonly value: Value;
}

/** One value per period and subject that is scored. */
export interface OracleCell {
  readonly period: string;
  readonly subject: string;
}

/** What was delivered, looked up row by row. */
export class OracleData {
  readonly #inputs: ReadonlyMap<string, OracleInput>;
  readonly #dataset: Dataset;

  constructor(inputs: ReadonlyMap<string, OracleInput>, dataset: Dataset) {
    this.#inputs = inputs;
    this.#dataset = dataset;
  }

  subject(id: string): Subject | undefined {
    return this.#dataset.subjects.find((subject) => subject.id === id);
  }

  /** A column of the subjects table. */
  column(id: string, name: string): string {
    const subject = this.subject(id);
    if (subject === undefined) return '';
    if (name === 'group') return subject.group;
    if (name === 'parent') return subject.parent;
    return name === 'subject' ? subject.id : (subject.attributes[name] ?? '');
  }

  get subjects(): readonly Subject[] {
    return this.#dataset.subjects;
  }

  get observations(): readonly Observation[] {
    return this.#dataset.observations;
  }

  input(item: string): OracleInput | undefined {
    return this.#inputs.get(item);
  }

  isRows(item: string): boolean {
    const kind = this.input(item)?.kind;
    return kind === 'event' || kind === 'rating';
  }

  /** The one value of a number, score, flag or level; what stands for it where there is no row. */
  single(item: string, cell: OracleCell): Value {
    const delivered = this.delivered(item, cell);
    const standIn = this.#declared(item).keys['without a row'];
    return delivered === MISSING && standIn !== undefined ? literal(standIn) : delivered;
  }

  /** The same as it was delivered. */
  delivered(item: string, cell: OracleCell): Value {
    const values = this.everyDelivered(item, cell);
    return values.length > 1 ? new Fault('several-values') : (values[0] ?? MISSING);
  }

  /** Everything that was delivered: of everybody together each may have brought a value. */
  everyDelivered(item: string, { period, subject }: OracleCell): Value[] {
    const input = this.#declared(item);
    return this.#dataset.observations
      .filter((row) => row.item === item && row.period === period && isOf(row, subject))
      .map(({ value }) => (value === '' || (value === 'NA' && !input.allowsNA) ? MISSING : this.#read(input, value)));
  }

  /** The rows of an event or a rating in the period and in periods within. */
  rows(item: string, { period, subject }: OracleCell): OracleRow[] {
    const input = this.#declared(item);
    return this.#dataset.observations
      .filter((row) => row.item === item && isOf(row, subject) && isWithin(row.period, period))
      .map((observation) => ({ observation, value: this.#rowValue(input, observation.value) }))
      .filter(({ value }) => input.kind !== 'event' || this.#happened(value));
  }

  /** An event with `NA: true` does not apply where a row of NA says so and nothing happened. */
  applies(item: string, cell: OracleCell): boolean {
    const input = this.#declared(item);
    if (input.kind !== 'event') return this.single(item, cell) !== NA;
    const saysNA = this.#dataset.observations.some(
      (row) => row.item === item && isOf(row, cell.subject) && isWithin(row.period, cell.period) && row.value === 'NA',
    );
    return !(input.allowsNA && saysNA && this.rows(item, cell).length === 0);
  }

  #declared(item: string): OracleInput {
    const input = this.input(item);
    if (input === undefined) throw new Error(`No input ${item}.`);
    return input;
  }

  #happened(value: Value): boolean {
    return value !== NA && !(value instanceof Rational && value.top === 0n);
  }

  #rowValue(input: OracleInput, text: string): Value {
    if (text === '') return input.kind === 'event' ? Rational.parse('1') : MISSING;
    return this.#read(input, text);
  }

  #read(input: OracleInput, text: string): Value {
    if (text === 'NA') return NA;
    if (input.kind === 'flag') return text === 'true';
    const isWord = input.kind === 'level' || input.keys['words'] !== undefined;
    return isWord ? text : Rational.parse(text);
  }
}

/** The subject `ALL` stands for everybody: it has the rows of all. */
function isOf(row: Observation, subject: string): boolean {
  return subject === 'ALL' || row.subject === subject;
}
