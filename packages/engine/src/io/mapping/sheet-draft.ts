import type { SheetContext } from './find-context.ts';
import type { FoundHeader } from './header-rows.ts';
import type { ProposalReason } from './mapping-proposal.ts';
import type { ColumnChoice, ColumnFacts, SubjectColumns } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import type { RatingDoubts } from './rating-columns.ts';
import type { GridRow, SheetGrid } from './sheet-grid.ts';
import type { SheetMapping, SheetRole } from './sheet-mapping.ts';

/** All that can be said about a table before anybody says what it is. */
export interface SheetDraft {
  readonly grid: SheetGrid;
  readonly header: FoundHeader;
  readonly dataRows: readonly GridRow[];
  readonly facts: readonly ColumnFacts[];
  readonly around: SheetContext;
  readonly fingerprint: string;
  readonly subject: SubjectColumns;
  readonly context: ProposeContext;
}

/** What a table is taken for. */
export interface Verdict {
  readonly role: SheetRole;
  readonly columns: readonly ColumnChoice[];
  readonly confidence: number;
  readonly reason: ProposalReason;
  /** Nobody need be asked what the table is. */
  readonly isSure: boolean;
  /** There are figures in it, but none that the scheme asks for. */
  readonly fitsNothing?: boolean;
  readonly doubts?: RatingDoubts;
  readonly more?: Partial<SheetMapping>;
}

/** A verdict made into a mapping, and what is known about it. */
export interface SheetChoice extends Omit<Verdict, 'role' | 'more'> {
  readonly grid: SheetGrid;
  readonly mapping: SheetMapping;
  readonly subject: SubjectColumns | null;
  readonly context: SheetContext;
  readonly dataRows: readonly GridRow[];
}
