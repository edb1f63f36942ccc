import type { Origin } from '../data/dataset.ts';
import type { FindingCount, ImportFinding } from '../data/import-report.ts';
import { importTexts, type FindingCode, type FindingFacts, type FindingText } from '../locale/import-texts.ts';

type Severity = ImportFinding['severity'];

const NORMALISED: ReadonlySet<FindingCode> = new Set([
  'text.trimmed',
  'value.width',
  'value.thousands',
  'value.percent-unit',
  'value.unit',
  'value.number-form',
  'value.na',
  'value.flag-word',
  'value.word-form',
  'subject.form',
  'matter.form',
  'item.form',
  'category.form',
  'period.rewritten',
  'date.rewritten',
  'cell.rounded',
  'cell.merged-filled',
  'subject.name-from-id',
  'subject.from-name',
  'subject.confirmed',
  'item.from-title',
  'cell.word-mapped',
  'value.word-mapped',
  'value.na-word',
  'value.scaled',
  'value.share-read',
  'value.empty-read',
  'cell.amended',
]);

const NOTES: ReadonlySet<FindingCode> = new Set([
  'file.content',
  'file.encoding-read',
  'table.ignored',
  'table.hidden',
  'table.other-of-kind',
  'table.name-misleads',
  'table.no-rows',
  'header.not-first',
  'column.unknown',
  'column.undecided',
  'column.unnamed',
  'column.no-name',
  'row.short',
  'subject.unknown-parent',
  'matter.unknown-subject',
  'value.na-not-provided',
  'value.maybe-fraction',
  'template.subjects-elsewhere',
  'template.subjects-repeated',
  'row.total',
  'row.below',
  'row.without-figures',
  'row.no-subject',
  'row.hidden',
  'cell.format-scaled',
  'cell.format-empty',
  'cell.external',
  'row.hidden-out',
  'column.hidden',
  'header.repeated',
  'amendment.not-applied',
  'attribute.empty',
  'column.no-attribute',
  'findings.more',
]);

/** What a code does to its row or import: it is the same wherever the code is found. */
export function severityOf(code: FindingCode): Severity {
  if (NORMALISED.has(code)) return 'normalised';
  return NOTES.has(code) ? 'note' : 'refused';
}

/** The import as a whole cannot be used; the finding that says why is already in the log. */
export class ImportRefused extends Error {}

/** Value of a cell before and after it was normalised. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/** What a refused cell says. */
export interface Said {
  readonly cell: string;
}

const NOWHERE: Origin = { file: '', sheet: '', row: 0, column: '' };

/** Collects what an import has to say. Counts everything, words at most `limit` findings of one code. */
export class FindingLog {
  readonly #limit: number;
  readonly #findings: ImportFinding[] = [];
  readonly #counts = new Map<FindingCode, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Gives the finding; `null` where there are so many of its code that this one is only counted. */
  add<Code extends FindingCode>(
    code: Code,
    origin: Origin,
    facts: FindingFacts<Code>,
    change?: Change | Said,
  ): ImportFinding | null {
    if (!this.#count(code)) return null;
    const finding = wordFinding(code, origin, facts, change);
    this.#findings.push(finding);
    return finding;
  }

  /** Puts the reason why nothing enters in front of everything else. */
  addReason<Code extends FindingCode>(code: Code, origin: Origin, facts: FindingFacts<Code>): void {
    this.#count(code);
    this.#findings.unshift(wordFinding(code, origin, facts));
  }

  /** Refuses the whole import. */
  refuseImport<Code extends FindingCode>(code: Code, origin: Origin, facts: FindingFacts<Code>): never {
    this.addReason(code, origin, facts);
    throw new ImportRefused(code);
  }

  counts(): FindingCount[] {
    return [...this.#counts].map(([code, count]) => ({ code, severity: severityOf(code), count }));
  }

  /** All findings in the order they were made; of codes that were cut off, how many more there are. */
  findings(): ImportFinding[] {
    const more: ImportFinding[] = [];
    for (const [code, count] of this.#counts) {
      if (count > this.#limit) more.push(wordFinding('findings.more', NOWHERE, { code, more: count - this.#limit }));
    }
    return [...this.#findings, ...more];
  }

  #count(code: FindingCode): boolean {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    return count <= this.#limit;
  }
}

function wordFinding<Code extends FindingCode>(
  code: Code,
  origin: Origin,
  facts: FindingFacts<Code>,
  change?: Change | Said,
): ImportFinding {
  const word = importTexts[code] as (facts: FindingFacts<Code>) => FindingText;
  const { message, remedy } = word(facts);
  return { severity: severityOf(code), code, origin, message, remedy, ...change };
}
