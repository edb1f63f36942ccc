/** Characters of a column that a text takes: Chinese ones take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
  return width;
}

/** Points of a line of small and of usual letters. */
const LINE = { small: 13, usual: 16 } as const;

/** Height in points that the texts of a row need when they are wrapped in columns of these widths. */
export function rowHeight(
  texts: readonly string[],
  widths: readonly number[],
  letters: keyof typeof LINE,
  most = 400,
): number {
  const lines = texts.map((text, column) => lineCount(text, widths[column] ?? 10));
  return Math.min(most, LINE[letters] * Math.max(1, ...lines) + 4);
}

function lineCount(text: string, width: number): number {
  // Words are not broken in the middle, so that a line is seldom full.
  const usable = Math.max(4, width - 2);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}
