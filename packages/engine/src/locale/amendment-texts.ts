import { text } from './finding-text.ts';

const UNDO = [
  '如不对，请撤回这处改动后重新读取。',
  'If this is wrong, take the amendment back and read the files again.',
] as const;

const quote = (value: string): string => `“${value}”`;

/** What an import says of cells and rows that a person had amended while they were read. */
export const amendmentTexts = {
  'cell.amended': ({ before, after }: { before: string; after: string }) =>
    after === ''
      ? text(`按人工改动，${quote(before)}不读入。`, `By hand, ${quote(before)} was left out.`, ...UNDO)
      : text(
          `按人工改动，${quote(before)}读作${quote(after)}。`,
          `By hand, ${quote(before)} was read as ${quote(after)}.`,
          ...UNDO,
        ),
  'row.left-out': () => text('按人工决定，整行不读入。', 'By hand, the whole row was left out.', ...UNDO),
  'amendment.not-applied': ({ isAmbiguous }: { isAmbiguous: boolean }) =>
    isAmbiguous
      ? text(
          '这处改动没有用上：有几个文件同名，分不清改的是哪一个。',
          'This amendment was not applied: several files have this name, and it does not say which of them it means.',
          '请给文件改名后重新载入，再改。',
          'Rename the files, load them again, and amend them then.',
        )
      : text(
          '这处改动没有用上：读取的表里没有这个单元格或这一行。',
          'This amendment was not applied: no such cell or row was read.',
          '请撤回这处改动，或检查文件和对应关系。',
          'Take it back, or look at the file and how it is mapped.',
        ),
};
