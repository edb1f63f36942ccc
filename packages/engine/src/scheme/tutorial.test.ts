import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { importFiles } from '../io/import.ts';
import { scoreDataset } from '../score/score-dataset.ts';
import { checkScheme } from './checks/check-scheme.ts';
import { loadScheme } from './load-scheme.ts';

const ROOT = new URL('../../../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, ROOT), 'utf8');
const SCHEME = read('examples/tutorial/scheme.yaml');

/** Lines of a text without their indentation, so that a fragment may stand at any depth. */
const flat = (text: string): string => text.trim().replaceAll(/^\s+/gm, '');

describe('the scheme of the tutorial', () => {
  it('has nothing that the checker finds', () => {
    expect(checkScheme(SCHEME)).toEqual([]);
  });
});

describe.each(['docs/tutorial.md', 'docs/tutorial.zh-CN.md'])('%s', (name) => {
  const page = read(name);
  const blocks = [...page.matchAll(/^```yaml ?(.*)\n([^]*?)^```$/gm)].map(([, use = '', text = '']) => ({ use, text }));

  it('shows nothing but fragments of the finished scheme, and what the checker finds in those that are wrong', () => {
    const fragments = blocks.filter(({ use }) => use === '');
    expect(fragments.length).toBeGreaterThan(8);
    expect(fragments.filter(({ text }) => !flat(SCHEME).includes(flat(text)))).toEqual([]);

    const head = SCHEME.slice(0, SCHEME.indexOf('adjustments:'));
    for (const { use, text } of blocks.filter((block) => block.use.startsWith('fault '))) {
      const found = checkScheme(head + text).map(({ code }) => code);
      expect(found).toContain(use.replace('fault ', ''));
    }
  });

  it('shows the frame early: keys of the scheme in its order, each line as it stands there', () => {
    expect(blocks[0]?.use).toBe('frame');
    const lines = (blocks[0]?.text ?? '').split('\n').map((line) => line.replace(/ # .*$/, ''));
    const written = lines.filter((line) => line !== '');
    const whole = SCHEME.split('\n');
    let at = -1;
    for (const line of written) {
      at = whole.indexOf(line, at + 1);
      expect(at, line).toBeGreaterThanOrEqual(0);
    }
    const top = (text: readonly string[]): string[] =>
      text.flatMap((line) => /^[a-z][a-z ]*(?=:)/.exec(line)?.[0] ?? []);
    const said = new Set(['version', 'source', 'full marks']);
    expect(top(written)).toEqual(top(whole).filter((key) => !said.has(key)));
  });

  it('shows the whole scheme in one piece', () => {
    const [whole, ...others] = blocks.filter(({ use }) => use === 'whole');
    expect(others).toEqual([]);
    expect(whole?.text).toBe(SCHEME.replace(/^#.*\n/, ''));
  });

  it('shows the results that come out', async () => {
    const { scheme } = loadScheme(SCHEME);
    if (scheme === null) throw new Error('The scheme has a fault.');
    const files = ['subjects.csv', 'observations.csv'].map((file) => ({
      name: file,
      bytes: readFileSync(new URL(`examples/tutorial/${file}`, ROOT)),
    }));
    const { dataset, report } = await importFiles(files, scheme.inputs);
    expect(report.findings.filter(({ severity }) => severity === 'refused')).toEqual([]);
    if (dataset === null) throw new Error('The data was not imported.');
    const { scored } = scoreDataset(scheme, dataset);

    const [head = [], , ...rows] = page
      .slice(page.indexOf('<!-- results -->'))
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const [part] = scored.parts;
    const actual = part?.keys.map(({ subject }, at) => [
      scored.subjects[subject]?.subject,
      ...head.slice(1).map((node) => part.figures.get(node)?.[at]?.text),
    ]);
    expect(rows).toEqual(actual);
  });
});
