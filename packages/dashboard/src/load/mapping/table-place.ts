import type { MappingMessages } from '../../locales/mapping-messages.ts';
import { letterOf } from './column-letter.ts';
import type { MappingDraft } from './mapping-draft.ts';

/** Where a table stands, for people: its file, told apart from others of that name, its sheet, its part of it, and a cell. */
export function placeOf({ proposal, files }: MappingDraft, key: string, cell: string, words: MappingMessages): string {
  const sheet = proposal.sheets.find((one) => one.key === key);
  if (!sheet) return cell;
  const { file, sheet: name, area } = sheet.mapping;
  const { number, of } = sheet.copy;
  const size = files.filter((one) => one.name === file)[number - 1]?.size;
  const named = of === 1 ? file : words.oneOfFiles(file, number, of, size === undefined ? null : kilobytes(size));
  const part = area && cell === '' ? words.part(`${letterOf(area.left)}${area.top}`) : '';
  return words.place(named, name, cell === '' ? part : cell);
}

function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1024));
}
