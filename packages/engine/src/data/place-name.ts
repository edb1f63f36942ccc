import type { Origin } from './dataset.ts';

/** A place as people write it: `数据.xlsx › 一季度 › D12`. Empty where the data did not come from a file. */
export function placeName({ file, sheet, row, column }: Origin): string {
  return [file, sheet, row > 0 ? `${column}${row}` : ''].filter((text) => text !== '').join(' › ');
}
