import type { Subject } from '../../data/dataset.ts';
import { markText } from '../../io/template/marks.ts';
import { collectionTexts, type NoteFacts } from '../../locale/workbook-texts.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { attributesOf } from './audience.ts';
import { textCell, type BookRow, type BookSheet } from '../book.ts';
import { allowedText, clauseText, itemTitle, maxText, ruleText, type CollectionLanguage } from './allowed.ts';
import type { InputUse } from './input-use.ts';
import { BLANK_ROWS } from './item-sheet.ts';
import { rowHeight, textWidth } from './text-size.ts';

/**
 * The subjects with all their columns: carried along, so that a workbook that comes back can be read alone. Columns that the
 * scheme looks at are there even where nobody has filled them yet, and can be filled in here; so can the subjects
 * themselves, where there are none.
 */
export function subjectsSheet(
  subjects: readonly Subject[],
  scheme: CompiledScheme,
  title: string,
  language: CollectionLanguage,
): BookSheet {
  const isBlank = subjects.length === 0;
  const kept = subjects.flatMap((subject) => Object.keys(subject.attributes));
  const attributes = [...new Set([...kept, ...attributesOf(scheme)])];
  const titleOf = (column: string): string => {
    const declared = scheme.attributes.find(({ name }) => name === column);
    if (declared === undefined) return column;
    return declared.unit === '' ? declared.title[language] : `${declared.title[language]}(${declared.unit})`;
  };
  const { id, name, group, parent } = collectionTexts.fields;
  const titles = [...[id, name, group, parent].map((text) => text[language]), ...attributes.map(titleOf)];
  const columns = ['subject', 'name', 'group', 'parent', ...attributes];
  return {
    name: collectionTexts.subjects[language],
    widths: titles.map((text, at) => (at === 1 ? 24 : Math.max(12, textWidth(text) + 2))),
    locked: true,
    frozen: { rows: 4, columns: 2 },
    printTitles: { first: 3, last: 3 },
    rows: [
      { cells: [textCell(title, 'title')], height: 24 },
      { cells: [textCell(collectionTexts[isBlank ? 'subjectsBlankHint' : 'subjectsHint'][language], 'hint')] },
      { cells: titles.map((text) => textCell(text, 'header')), height: 20 },
      { cells: columns.map((column) => textCell(markText({ kind: 'subjects', column }))), hidden: true },
      ...subjects.map((subject) => ({
        cells: [
          ...[subject.id, subject.name, subject.group, subject.parent].map((text) => textCell(text)),
          ...attributes.map((attribute) => attributeCell(subject.attributes[attribute] ?? '')),
        ],
      })),
      ...(isBlank
        ? Array.from({ length: BLANK_ROWS }, () => ({ cells: columns.map(() => textCell('', 'entry-text')) }))
        : []),
    ],
  };
}

/** What nobody has filled in yet can be filled in. */
const attributeCell = (text: string) => (text === '' ? textCell('', 'entry-text') : textCell(text));

const NOTE_WIDTHS = [24, 24, 14, 10, 10, 24, 14, 70] as const;

/** How to fill in the workbook, and everything that is asked for, with its rule in full. */
export function notesSheet(
  facts: NoteFacts,
  uses: readonly { readonly use: InputUse; readonly sheet: string }[],
  language: CollectionLanguage,
): BookSheet {
  const { rows, fields } = collectionTexts;
  const titles = [fields.item, rows.item, rows.clause, rows.max, rows.unit, rows.limits, rows.kind, rows.rule];
  const table = uses.map(({ use, sheet }): BookRow => {
    const texts = [
      itemTitle(use, language),
      use.item,
      clauseText(use, language),
      maxText(use, language),
      use.declaration.unit,
      allowedText(use.declaration, language),
      sheet,
      ruleText(use, language),
    ];
    return { cells: texts.map((text) => textCell(text, 'cell')), height: rowHeight(texts, NOTE_WIDTHS, 'usual') };
  });
  return {
    name: collectionTexts.notes[language],
    widths: NOTE_WIDTHS,
    locked: true,
    rows: [
      { cells: [textCell(facts.title[language], 'title')], height: 24 },
      { cells: [textCell(markText({ kind: 'aside' }))], hidden: true },
      ...collectionTexts.noteLines(facts).map((line) => ({ cells: [textCell(line[language])] })),
      { cells: [] },
      { cells: [textCell(collectionTexts.itemTable[language], 'title')], height: 24 },
      { cells: titles.map((text) => textCell(text[language], 'header')), height: 20 },
      ...table,
    ],
  };
}
