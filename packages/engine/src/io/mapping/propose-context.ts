import type { InputDeclaration } from '../../scheme/input.ts';
import type { ItemIndex } from '../item-index.ts';
import type { SubjectIndex } from '../subject-index.ts';
import type { ItemTitles } from './match-items.ts';
import type { SheetMapping, SheetRole } from './sheet-mapping.ts';

/** What a proposal knows before it looks at a sheet. */
export interface ProposeContext {
  readonly inputs: readonly InputDeclaration[];
  readonly items: ItemIndex;
  readonly titles: ItemTitles;
  /** Everybody who is scored, so far as is known. */
  readonly subjects: SubjectIndex;
  readonly earlier: readonly SheetMapping[];
  /** The period that is being worked on; empty: not known. */
  readonly period: string;
  /** What a person has said of tables, by their keys. */
  readonly given: ReadonlyMap<string, GivenTable>;
}

/** What a person says of a table before its columns are proposed. */
export interface GivenTable {
  /** Which table; see `SheetProposal.key`. */
  readonly key: string;
  /** Rows of the header, as a spreadsheet counts them; both 0: there is none. */
  readonly header?: { readonly first: number; readonly last: number };
  readonly role?: SheetRole;
  /** Of a whole sheet: it is one table, whatever seems to part it. */
  readonly isOneTable?: boolean;
  /** Of a list without ids: the column that tells namesakes apart; `null`: none. */
  readonly namedWith?: number | null;
}
