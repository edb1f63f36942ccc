import { foldText, trimText } from '../fold-text.ts';
import type { RowKind } from './mapping-proposal.ts';
import { TOTAL_WORDS, type SheetMapping } from './sheet-mapping.ts';

/** What a row must not be taken for a total or a footnote for: somebody who is scored. */
export type IsSubject = (text: string) => boolean;

/** Lines below a table that say who made it, and the like. */
const FOOTER =
  /^(?:注|备注|说明|填表说明|填表人?|制表人?|审核人?|复核人?|填报人?|填报单位|填报日期|填表日期|单位负责人|分管领导|主要领导|负责人|联系人|联系电话|签字|盖章|note|prepared by|checked by)(?:\d*[:：.、(（]|$)/i;

/** Whoever signs, and when: 检查人员签字：, 计票人：, 评委签名：甲某, （盖章）, 以上共 6 起. */
const SIGNATURE =
  /^(?:.{0,10}(?:人|人员|长|领导|评委|专家|签字|签名|盖章|签章|公章|日期|时间|电话)(?:[(（]?(?:签字|签名|盖章|签章)[)）]?)?\s*[:：]|[(（]?(?:盖章|公章|签字|签章)[)）]?$|以上共?)/;

export const TITLE_SEPARATOR = ' / ';

/** Tells the rows of a mapped sheet apart. */
export class RowKinds {
  readonly #mapping: SheetMapping;
  readonly #subjectColumn: number;
  readonly #isSubject: IsSubject;
  readonly #hiddenRows: ReadonlySet<number> | undefined;
  readonly #leaves: ReadonlyMap<number, string>;

  /** `hiddenRows`: those that are hidden in the workbook. */
  constructor(mapping: SheetMapping, isSubject: IsSubject, hiddenRows?: ReadonlySet<number>) {
    this.#mapping = mapping;
    this.#hiddenRows = mapping.withoutHiddenRows === true ? hiddenRows : undefined;
    this.#isSubject = isSubject;
    this.#subjectColumn = subjectColumn(mapping);
    this.#leaves = new Map(
      mapping.columns
        .map(({ column, title }) => [column, foldText(title.split(TITLE_SEPARATOR).at(-1) ?? '')] as const)
        .filter(([, leaf]) => leaf !== ''),
    );
  }

  of(cells: readonly string[], row: number): RowKind {
    const kind = this.#kindOf(cells, row);
    return kind === 'data' && this.#hiddenRows?.has(row) ? 'hidden' : kind;
  }

  #kindOf(cells: readonly string[], row: number): RowKind {
    const { header, data } = this.#mapping;
    if (row < header.first) return 'above';
    if (row <= header.last) return 'header';
    if (row < data.first) return header.last === 0 ? 'above' : 'header';
    const isBelow = data.last !== null && row > data.last;
    if (!isBelow && this.#repeatsHeader(cells)) return 'repeated header';
    const subject = trimText(cells[this.#subjectColumn] ?? '');
    const label = subject === '' ? firstText(cells) : subject;
    if (!isBelow && this.#isSubject(label)) return 'data';
    if (isTotal(label)) return 'total';
    return isBelow || isFooter(label) ? 'below' : 'data';
  }

  /** A header that is printed again on every page. */
  #repeatsHeader(cells: readonly string[]): boolean {
    if (this.#leaves.size < 2) return false;
    let same = 0;
    for (const [column, leaf] of this.#leaves) {
      const text = foldText(cells[column] ?? '');
      if (text === '') continue;
      if (text !== leaf) return false;
      same += 1;
    }
    return same >= 2;
  }
}

export function subjectColumn({ columns }: SheetMapping): number {
  return columns.find(({ means }) => means.kind === 'subject')?.column ?? -1;
}

/** Whether a row adds up or averages others, by what stands where its subject should. */
export function isTotal(label: string): boolean {
  const folded = foldText(label).replace(/[:：()（）]/g, '');
  return folded !== '' && TOTAL_WORDS.some((word) => folded.endsWith(word));
}

export function isFooter(label: string): boolean {
  return FOOTER.test(label) || SIGNATURE.test(label);
}

/** Whether a row is about somebody, and no sum and no line below the table. */
export function isDataRow(cells: readonly string[]): boolean {
  const texts = cells.filter((cell) => cell !== '').slice(0, 3);
  return !texts.some((text) => isTotal(text)) && !isFooter(texts[0] ?? '');
}

function firstText(cells: readonly string[]): string {
  return trimText(cells.find((cell) => trimText(cell) !== '') ?? '');
}
