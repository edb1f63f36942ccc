import type { OracleCell, OracleData, OracleRow } from './data.ts';
import type { OracleNode, OraclePart } from './document.ts';
import type { Value } from './value.ts';

export type ValueType = 'number' | 'word' | 'flag';

/** What a formula or a rule can ask about everything around it. */
export interface World {
  readonly data: OracleData;
  readonly scales: ReadonlyMap<string, readonly string[]>;
  /** The part of an id; throws where there is none. */
  part(id: string): OraclePart;
  readonly parts: ReadonlyMap<string, OraclePart>;
  /** Who takes part in a part. */
  cells(part: OraclePart): readonly OracleCell[];
  /** The value of a node when all has been said about it. */
  figure(part: OraclePart, node: OracleNode, cell: OracleCell): Value;
  /** What a node's figures are: numbers, words or flags. */
  typeOf(part: OraclePart, node: OracleNode): ValueType;
  parameter(name: string, cell: OracleCell): Value | undefined;
  attribute(name: string, subject: string): Value | undefined;
}

/** Where a formula stands: in which cell, in whose rule, beside which row. */
export interface Context {
  readonly part: OraclePart;
  readonly period: string;
  readonly subject: string;
  /** The node whose own rule this is; `null` inside the brackets of other subjects. */
  readonly node: OracleNode | null;
  readonly row: OracleRow | null;
  /** The number that is looked up in bands. */
  readonly banded: Value | null;
  /** The one who asks, in the brackets of others. */
  readonly asker: Context | null;
}

/** One entry of a list: rows leave out what is missing, figures count it 0. */
export interface Entry {
  readonly value: Value;
  readonly context: Context;
  readonly isRow: boolean;
  /** Whether it counts could not be found out: its value is the fault. */
  readonly isOpen?: boolean;
}
