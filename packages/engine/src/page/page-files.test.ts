import { describe, expect, it } from 'vitest';

import { pageFiles, PAGE_SCRIPTS } from './page-files.ts';
import { pageSnippet, publishedName } from './page-snippet.ts';

const bytes = new Uint8Array(1);
const files = (title: string, language: 'zh' | 'en' = 'zh') =>
  pageFiles({
    results: { name: 'x_2024.json', bytes },
    integrity: 'sha256-00',
    title: { zh: title, en: title },
    hasParts: false,
    scripts: PAGE_SCRIPTS.map((name) => ({ name, bytes })),
    language,
  });
const textOf = (name: string, of = files('乡村考核')): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(of.find((file) => file.name === name)!.bytes);

describe('the files of a page with published results', () => {
  it('hold a page without any script or style in it, for strict policies', () => {
    const page = textOf('index.html');
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]* src=)/);
    for (const name of PAGE_SCRIPTS) expect(page).toContain(`<script src="${name}" defer></script>`);
    expect(page).toContain('<score-store src="x_2024.json" integrity="sha256-00">');
    expect(page).not.toMatch(/https?:/);
  });

  it('run nothing that the title of a scheme says', () => {
    const page = textOf('index.html', files('<script src="x.js"></script>&"'));
    expect(page).toContain('&lt;script src=&quot;x.js&quot;&gt;');
    expect(page.match(/<script/g)).toHaveLength(PAGE_SCRIPTS.length);
  });

  it('say in Chinese first what to do with them, each by its name, readable in the plain editor of Windows', () => {
    const readme = textOf('README.txt');
    expect(readme.startsWith('\ufeff乡村考核')).toBe(true);
    expect(readme.replaceAll('\r\n', '')).not.toContain('\n');
    for (const { name } of files('乡村考核')) if (name !== 'README.txt') expect(readme).toContain(name);
    for (const line of pageSnippet('x_2024.json', 'sha256-00').split('\n')) expect(readme).toContain(line);
  });

  it('are worded in the language asked for', () => {
    expect(textOf('index.html', files('A', 'en'))).toContain('<html lang="en">');
    expect(textOf('index.html')).toContain('<h1>乡村考核结果公示</h1>');
  });
});

describe('the name of a published file', () => {
  it('is harmless on every server', () => {
    expect(publishedName('乡村/考核 a', '2024', '2025-01-06')).toBe('a_2024_2025-01-06.json');
    expect(publishedName('考核', '', '2025-01-06')).toBe('results_2025-01-06.json');
  });
});
