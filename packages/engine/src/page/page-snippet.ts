/** The lines that show a published file on a page of any kind, without a build. */
export function pageSnippet(fileName: string, integrity: string, hasParts = false): string {
  return [
    '<script src="kaoheng.iife.js" defer></script>',
    '<script src="kaoheng-charts.iife.js" defer></script>',
    '',
    `<score-store src="${fileName}" integrity="${integrity}">`,
    ...(hasParts ? ['  <part-picker></part-picker>'] : []),
    '  <period-picker></period-picker>',
    '  <group-picker></group-picker>',
    '  <ranking-table></ranking-table>',
    '  <score-sheet></score-sheet>',
    '  <radar-breakdown></radar-breakdown>',
    '</score-store>',
  ].join('\n');
}

/** Name of the published file: harmless on every server, so without Chinese. */
export function publishedName(scheme: string, period: string, date: string): string {
  const safe = scheme.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '') || 'results';
  return `${[safe, period, date].filter(Boolean).join('_')}.json`;
}
