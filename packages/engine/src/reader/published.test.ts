import { describe, expect, it, vi } from 'vitest';
import { sampleScored } from './testing/sample-scored.ts';
import type { Explanation, SourceRow } from '../explain/explanation.ts';
import { MISSING_FIGURE, NA_FIGURE, numberFigure, wordFigure } from './make-figure.ts';
import { decodeFigure, encodeFigure } from './published-marks.ts';
import { publishedReader } from './published-reader.ts';
import { publish } from './publish.ts';
import { ReaderError } from './results-reader.ts';
import { scoredReader } from './scored-reader.ts';

const scored = sampleScored();
const notice = { date: '2026-01-05', from: '', to: '', objections: '' };
const answering = (body: string, status = 200) => ({ fetch: vi.fn(async () => new Response(body, { status })) });

async function refusal(question: Promise<unknown>): Promise<ReaderError> {
  const error = await question.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ReaderError);
  return error as ReaderError;
}

describe('marks of published figures', () => {
  it.each([
    [numberFigure('92.81'), 'number', '92.81'],
    [numberFigure('-0.5'), 'number', '-0.5'],
    [numberFigure('0.333333333333', false), 'number', '~0.333333333333'],
    [MISSING_FIGURE, 'number', '?0'],
    [NA_FIGURE, 'number', 'NA'],
    [null, 'number', ''],
    [wordFigure('none'), 'number', '=none'],
    [wordFigure('优秀'), 'word', '优秀'],
    [wordFigure('NA'), 'word', '=NA'],
    [wordFigure('?'), 'word', '=?'],
    [wordFigure('=x'), 'word', '==x'],
    [wordFigure(''), 'word', '='],
    [wordFigure('true'), 'flag', 'true'],
  ] as const)('write %o as %s %s and read it back', (figure, kind, text) => {
    expect(encodeFigure(figure, kind)).toBe(text);
    expect(decodeFigure(text, kind)).toEqual(figure);
  });
});

describe('published results', () => {
  it('answer every question as the scores they were made from', async () => {
    const file = JSON.parse(JSON.stringify(await publish(scored, { notice })));
    const [published, live] = [publishedReader(file), scoredReader(scored)];
    for (const period of ['2024', '2025']) {
      expect(await published.ranking({ period })).toEqual(await live.ranking({ period }));
    }
    const query = { period: '2025', subject: 'd' };
    expect(await published.sheet(query)).toEqual(await live.sheet(query));
    expect(await published.profile(query)).toEqual(await live.profile(query));
    expect((await published.describe()).published).toEqual(notice);
  });

  it('carry only the groups, periods and nodes that were chosen', async () => {
    const nodes = ['work.order', 'total', 'rank'];
    const file = await publish(scored, { notice, selection: { groups: ['west'], periods: ['2025'], nodes } });
    const text = JSON.stringify(file);
    expect(file.subjects.map(({ subject }) => subject)).toEqual(['d']);
    expect(text).not.toContain('甲村');
    expect(Object.keys(file.parts[0]!.figures)).toEqual(nodes);
    expect(file.parts[0]!.description.nodes[0]!.parent).toBe('total');
    expect(file.parts[0]!.description.known).toEqual({ total: 'total', rank: 'rank' });
    const ranking = await publishedReader(file).ranking({ period: '2025' });
    expect(ranking.rows.map(({ rank }) => rank?.text)).toEqual(['1']);
  });

  const explanationOf = (...subjects: string[]) => {
    const row = { subject: 'd', file: '秘密.xlsx', cell: 'D2', note: '保密', matter: 'm-17' } as SourceRow;
    return (): Explanation => ({
      part: 'main',
      period: '2025',
      subject: 'd',
      subjectName: '',
      node: 'total',
      title: { zh: '总分', en: 'Total' },
      figure: numberFigure('1'),
      max: null,
      clause: '',
      rule: { zh: '', en: '' },
      arithmetic: '1 = 1',
      steps: [],
      inputs: [{ item: 'x', title: { zh: '', en: '' }, unit: '', figure: numberFigure('1'), from: '', rows: [row] }],
      figures: subjects.map((subject) => ({
        part: 'main',
        period: '2025',
        subject,
        subjectName: '',
        node: 'total',
        title: { zh: '', en: '' },
        figure: numberFigure('1'),
      })),
      state: null,
    });
  };

  it('carry explanations without source rows', async () => {
    const explain = explanationOf('d');
    const file = await publish(scored, { notice, explain, selection: { groups: ['west'] } });
    expect(JSON.stringify(file)).not.toMatch(/秘密|保密|m-17/);
    const reader = publishedReader(file);
    const explanation = await reader.explain({ period: '2025', subject: 'd', node: 'total' });
    const [reference] = explain().figures;
    expect(explanation).toEqual({
      ...explain(),
      subjectName: '=1+1',
      figure: numberFigure('39.83'),
      inputs: [{ ...explain().inputs[0], rows: [] }],
      // Figures and titles come from the published columns, so that they cannot contradict them.
      figures: [
        { ...reference, subjectName: '=1+1', title: { zh: 'total', en: 'total' }, figure: numberFigure('39.83') },
      ],
    });
    expect(await reader.explain({ period: '2025', subject: 'e', node: 'total' })).toBeNull();
  });

  it('withhold an explanation that rests on what is not published, names it, or repeats notes of the data', async () => {
    const selection = { groups: ['west'] };
    const open = explanationOf('d')();
    const telling: readonly Explanation[] = [
      explanationOf('d', 'a')(),
      { ...open, arithmetic: '甲村 80 = 80' },
      { ...open, state: { zh: '见保密件', en: '' } },
      { ...open, inputs: open.inputs.map((input) => ({ ...input, isRating: true })) },
      { ...open, inputs: open.inputs.map((input) => ({ ...input, rows: [{ ...input.rows[0]!, subject: 'a' }] })) },
    ];
    for (const explanation of telling) {
      const file = await publish(scored, { notice, explain: () => explanation, selection });
      const read = await publishedReader(file).explain({ period: '2025', subject: 'd', node: 'total' });
      expect(read).toMatchObject({ withheld: true, arithmetic: '', steps: [], inputs: [], figures: [] });
      expect(JSON.stringify(file)).not.toMatch(/甲村|秘密/);
    }
  });

  it('without explanations answer null, not an error', async () => {
    const reader = publishedReader(await publish(scored, { notice }));
    expect(await reader.explain({ period: '2025', subject: 'd', node: 'total' })).toBeNull();
  });
});

describe('a results file that cannot be used', () => {
  it('is named when it is not found', async () => {
    const error = await refusal(publishedReader('results.json', answering('', 404)).describe());
    expect(error.text.zh).toContain('找不到结果文件 results.json');
    expect(error.text.en).toContain('404');
  });

  it('is told from a login page', async () => {
    const error = await refusal(publishedReader('r.json', answering('<!doctype html>')).describe());
    expect(error.text.zh).toContain('登录页');
  });

  it('is refused when it is half a file', async () => {
    const error = await refusal(publishedReader('r.json', answering('{"format":')).describe());
    expect(error.text.en).toContain('not valid JSON');
  });

  it.each([
    ['{"a":1}', 'format'],
    ['[]', 'format'],
    ['{"format":"kaoheng-results","version":1}', 'subjects'],
    ['{"format":"kaoheng-results","version":1,"subjects":[],"parts":[]}', 'parts'],
  ])('%s is not ours, because of its %s', async (body, detail) => {
    const error = await refusal(publishedReader('r.json', answering(body)).describe());
    expect(error.text.zh).toContain('不是考衡发布的结果文件');
    expect(error.text.en).toContain(detail);
  });

  it('asks for an update when the file is newer than the page', async () => {
    const error = await refusal(
      publishedReader('r.json', answering('{"format":"kaoheng-results","version":99}')).describe(),
    );
    expect(error.text.zh).toContain('99');
  });

  it('is refused when a column is shorter than its keys', async () => {
    const file = await publish(scored, { notice });
    const part = file.parts[0]!;
    const broken = { ...file, parts: [{ ...part, figures: { ...part.figures, total: ['1'] } }] };
    const error = await refusal(publishedReader(broken).describe());
    expect(error.text.en).toContain('figures[total]');
  });

  it('is asked for again after a failure, and only once after a success', async () => {
    const body = JSON.stringify(await publish(scored, { notice }));
    const ask = vi.fn<typeof fetch>();
    ask.mockRejectedValueOnce(new TypeError('network'));
    ask.mockImplementation(async () => new Response(body));
    const reader = publishedReader('r.json', { fetch: ask });
    expect((await refusal(reader.describe())).text.zh).toContain('网络不通');
    await reader.describe();
    await reader.ranking({ period: '2025' });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('may begin with a byte order mark', async () => {
    const body = `\uFEFF${JSON.stringify(await publish(scored, { notice }))}`;
    expect((await publishedReader('r.json', answering(body)).describe()).scheme).toBe('sample');
  });
});
