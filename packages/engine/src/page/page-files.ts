import { pageTexts } from '../locale/page-texts.ts';
import type { LocalText } from '../reader/figure.ts';
import type { NamedFile } from '../workbook/named-file.ts';
import { PAGE_STYLE } from './page-style.ts';
import { pageSnippet } from './page-snippet.ts';

/** The scripts that a page with published results loads, in this order. */
export const PAGE_SCRIPTS = ['kaoheng.iife.js', 'kaoheng-charts.iife.js'] as const;

/** What a page shows. */
export interface PageContent {
  /** The published file, under the name that it will have on the server. */
  readonly results: NamedFile;
  readonly integrity: string;
  /** Title of the scheme. */
  readonly title: LocalText;
  readonly hasParts: boolean;
  /** Those of `PAGE_SCRIPTS`. */
  readonly scripts: readonly NamedFile[];
  readonly language: keyof LocalText;
}

/**
 * Everything that a web server needs to show published results: the results, the scripts, a page, and what to do with them
 * in words. The page has no script and no style of its own in it, so that it works under a strict policy.
 */
export function pageFiles({
  results,
  integrity,
  title,
  hasParts,
  scripts,
  language,
}: PageContent): readonly NamedFile[] {
  const snippet = pageSnippet(results.name, integrity, hasParts);
  const { zh, en } = pageTexts.readme({ title, results: results.name, integrity, snippet });
  return [
    text('index.html', page(title, results.name, integrity, hasParts, language)),
    text('page.css', PAGE_STYLE),
    // The mark and the line ends are for the plain editor of Windows.
    text('README.txt', `\ufeff${`${zh}\n\n----\n\n${en}\n`.replaceAll('\n', '\r\n')}`),
    results,
    ...scripts,
  ];
}

function text(name: string, content: string): NamedFile {
  return { name, bytes: new TextEncoder().encode(content) };
}

function page(
  title: LocalText,
  results: string,
  integrity: string,
  hasParts: boolean,
  language: keyof LocalText,
): string {
  const heading = escaped(pageTexts.heading(title)[language]);
  const [scripts, widgets] = pageSnippet(results, integrity, hasParts).split('\n\n') as [string, string];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${heading}</title>
    <link rel="stylesheet" href="page.css" />
    ${scripts.replaceAll('\n', '\n    ')}
  </head>
  <body>
    <h1>${heading}</h1>
    <noscript><p>${pageTexts.noScript[language]}</p></noscript>
    ${widgets.replaceAll('\n', '\n    ')}
  </body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(content: string): string {
  return content.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
