import { NOTHING_TO_DO, quote, rewritten, text } from './finding-text.ts';
import type { Rewritten } from './finding-text.ts';

/** What was accepted with a changed value. */
export const importReadingTexts = {
  'text.trimmed': ({ before, after }: Rewritten) =>
    text(`去掉了${quote(before)}两端的空格。`, `Spaces around ${quote(after)} were removed.`, ...NOTHING_TO_DO),
  'value.width': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.thousands': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.percent-unit': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.unit': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.number-form': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.na': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.flag-word': ({ before, after }: Rewritten) => rewritten(before, after),
  'value.word-form': ({ before, after }: Rewritten) => rewritten(before, after),
  'subject.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'matter.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'item.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'category.form': ({ before, after }: Rewritten) => rewritten(before, after),
  'period.rewritten': ({ before, after }: Rewritten) => rewritten(before, after),
  'date.rewritten': ({ before, after }: Rewritten) => rewritten(before, after),
  'cell.rounded': ({ before, after }: Rewritten) =>
    text(
      `计算得到的 ${before} 按 15 位有效数字读作 ${after}。`,
      `The computed ${before} was read with 15 digits as ${after}.`,
      ...NOTHING_TO_DO,
    ),
  'cell.merged-filled': ({ after, address }: { after: string; address: string }) =>
    text(
      `空单元格按合并单元格 ${address} 填为${quote(after)}。`,
      `The empty cell was filled from the merged cell ${address}: ${quote(after)}.`,
      ...NOTHING_TO_DO,
    ),
  'subject.name-from-id': ({ after }: { after: string }) =>
    text(
      `没有名称，以编号${quote(after)}代替。`,
      `There is no name; the id ${quote(after)} stands for it.`,
      '可在 name 列填写名称。',
      'Fill in the column name.',
    ),
};
