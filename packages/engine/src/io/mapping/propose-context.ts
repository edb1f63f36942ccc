import type { InputDeclaration } from '../../scheme/input.ts';
import type { ItemIndex } from '../item-index.ts';
import type { SubjectIndex } from '../subject-index.ts';
import type { ItemTitles } from './match-items.ts';
import type { SheetMapping } from './sheet-mapping.ts';

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
}
