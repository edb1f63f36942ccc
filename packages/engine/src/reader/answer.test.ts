import { describe, expect, it } from 'vitest';
import { sampleScored } from './testing/sample-scored.ts';
import { answerProfile } from './answer-profile.ts';
import { answerRanking } from './answer-ranking.ts';
import { answerSheet } from './answer-sheet.ts';
import { MISSING_FIGURE, NA_FIGURE, numberFigure } from './make-figure.ts';
import { ReaderError } from './results-reader.ts';

const scored = sampleScored();

/** The same number for everybody in one node. */
function withColumn(node: string, text: string): typeof scored {
  const [part] = scored.parts;
  const figures = new Map(part!.figures).set(
    node,
    part!.keys.map(() => numberFigure(text)),
  );
  return { ...scored, parts: [{ ...part!, figures }] };
}

const rankingOf = (group?: string) => answerRanking(scored, { period: '2025', ...(group && { group }) });
const lineOf = (subject: string, node: string) =>
  answerSheet(scored, { period: '2025', subject }).lines.find((line) => line.node.id === node)!;

describe('a ranking', () => {
  it('stands in the order of groups, ranks and names, and puts unranked subjects last', () => {
    expect(rankingOf().rows.map(({ subject }) => subject)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('without ranks stands in the order of the totals, the highest first, and puts those without one last', () => {
    const [part] = scored.parts;
    const { rank: _rank, ...known } = part!.description.known;
    const unranked = { ...scored, parts: [{ ...part!, description: { ...part!.description, known } }] };
    const rows = answerRanking(unranked, { period: '2025' }).rows;
    // Equal totals by name.
    expect(rows.map(({ subject }) => subject)).toEqual(['a', 'b', 'c', 'd', 'e']);
    const totals = new Map(part!.figures);
    totals.set('total', [null, null, numberFigure('9.5'), numberFigure('10.25'), MISSING_FIGURE, null, null, null]);
    const others = { ...unranked, parts: [{ ...unranked.parts[0]!, figures: totals }] };
    expect(answerRanking(others, { period: '2025', group: 'east' }).rows.map(({ subject }) => subject)).toEqual([
      'b',
      'a',
      'c',
    ]);
  });

  it('shows shared places as they were scored', () => {
    expect(rankingOf('east').rows.map(({ rank }) => rank?.text)).toEqual(['1', '1', '3']);
  });

  it('holds one group only where one is asked for', () => {
    expect(rankingOf('west').rows.map(({ subject }) => subject)).toEqual(['d', 'e']);
  });

  it('leaves out rows that carry no figure of the ranking, such as results of the whole group', () => {
    expect(rankingOf().rows.some(({ subject }) => subject === 'ALL')).toBe(false);
  });

  it('says how many places were gained or lost since the period before', () => {
    const [a, b, c] = rankingOf('east').rows;
    expect([a!.change, b!.change, c!.change]).toEqual([1, 0, null]);
  });

  it('has no change in the first period', () => {
    expect(answerRanking(scored, { period: '2024' }).rows.every(({ change }) => change === null)).toBe(true);
  });

  it('tells a veto from none, and from a part without vetoes', () => {
    expect(rankingOf('east').rows.map(({ veto }) => veto)).toEqual([false, true, false]);
    expect(rankingOf('east').rows[0]!.complete).toBeNull();
  });

  it('brings the main items along: the branch of a short tree is opened', () => {
    expect(rankingOf().columns.map(({ id }) => id)).toEqual(['work.order', 'work.land', 'poll']);
  });

  it('of a part that gives no marks brings the results along, so that nobody is left out', () => {
    const [part] = scored.parts;
    const nodes = part!.description.nodes.filter(({ role }) => role !== 'item');
    const description = { ...part!.description, nodes, known: { rank: 'rank', veto: 'veto' } };
    const ranking = answerRanking({ ...scored, parts: [{ ...part!, description }] }, { period: '2025' });
    expect(ranking.columns.map(({ id }) => id)).toEqual(['bonus', 'total', 'grade']);
    expect(ranking.rows.map(({ subject, figures }) => [subject, figures[1]!.text])).toContainEqual(['c', '55']);
    const bare = { ...scored, parts: [{ ...part!, description: { ...description, known: {} } }] };
    expect(answerRanking(bare, { period: '2025' }).columns.map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
  });

  it('of a part with a great many results brings the first dozen', () => {
    const [part] = scored.parts;
    const nodes = Array.from({ length: 40 }, (_, at) => ({ ...part!.description.nodes.at(-1)!, id: `r${at}` }));
    const description = { ...part!.description, nodes, known: {} };
    const ranking = answerRanking({ ...scored, parts: [{ ...part!, description }] }, { period: '2025' });
    expect(ranking.columns.map(({ id }) => id)).toEqual(nodes.slice(0, 12).map(({ id }) => id));
    // Those that apply to nobody leave their room to others.
    const column = (figure: typeof NA_FIGURE) => part!.keys.map(() => figure);
    const figures = new Map(nodes.map(({ id }, at) => [id, column(at < 30 ? NA_FIGURE : numberFigure('1'))]));
    const later = answerRanking({ ...scored, parts: [{ ...part!, description, figures }] }, { period: '2025' });
    expect(later.columns.map(({ id }) => id)).toEqual(nodes.slice(30).map(({ id }) => id));
  });

  it('brings other columns where they are asked for', () => {
    const ranking = answerRanking(scored, { period: '2025', columns: ['poll', 'grade'] });
    expect(ranking.rows[0]!.figures.map(({ text }) => text)).toEqual(['9.9', 'A']);
  });

  it.each([
    [{ period: '1999' }, 'unknown-period'],
    [{ period: '2025', part: 'x' }, 'unknown-part'],
    [{ period: '2025', columns: ['x'] }, 'unknown-node'],
  ])('refuses %o in words for the user', (query, code) => {
    const error = catchError(() => answerRanking(scored, query));
    expect(error).toBeInstanceOf(ReaderError);
    expect((error as ReaderError).code).toBe(code);
    expect((error as ReaderError).text.zh).not.toBe('');
  });
});

describe('a sheet', () => {
  it('shows what was lost of the full marks, exactly', () => {
    expect(lineOf('b', 'work.land').lost?.text).toBe('4.8');
    expect(lineOf('a', 'poll').lost?.text).toBe('0.1');
  });

  it('takes full marks that depend on the data before those of the scheme', () => {
    expect(lineOf('d', 'work.land').max?.text).toBe('40');
  });

  it('loses nothing where something is missing or does not apply', () => {
    expect(lineOf('c', 'poll').lost).toBeNull();
    expect(lineOf('c', 'work.land').lost).toBeNull();
  });

  it('passes on that a loss is as rounded as its score', () => {
    expect(lineOf('d', 'work.order').lost).toMatchObject({ text: '26.666666666667', exact: false });
  });

  it('compares with the own group and leaves out what is missing', () => {
    const line = lineOf('a', 'poll');
    expect(line.groupMean?.text).toBe('9.85');
    expect(line.groupBest?.text).toBe('9.9');
  });

  it('never shows a mean above the best, however the mean is rounded', () => {
    const line = answerSheet(withColumn('poll', '9.335'), { period: '2025', subject: 'a' }).lines.find(
      ({ node }) => node.id === 'poll',
    )!;
    expect([line.groupMean?.text, line.groupMean?.exact, line.groupBest?.text]).toEqual(['9.335', true, '9.335']);
  });

  it('calls a branch missing when nothing below it was delivered, and leaves it out of the mean', () => {
    const [part] = scored.parts;
    const figures = new Map(part!.figures);
    for (const [id, figure] of [
      ['work', numberFigure('0')],
      ['work.order', MISSING_FIGURE],
      ['work.land', NA_FIGURE],
    ] as const) {
      figures.set(
        id,
        figures.get(id)!.map((old, row) => (row === 2 ? figure : old)),
      );
    }
    const sheet = answerSheet({ ...scored, parts: [{ ...part!, figures }] }, { period: '2025', subject: 'a' });
    const work = sheet.lines.find(({ node }) => node.id === 'work')!;
    expect(work.figure).toBe(MISSING_FIGURE);
    expect(work.lost).toBeNull();
    expect(work.groupBest?.text).toBe('80.2');
  });

  it('averages no ranks and calls no adjustment the best', () => {
    expect(lineOf('a', 'rank').groupMean).toBeNull();
    expect(lineOf('a', 'bonus').groupBest).toBeNull();
  });

  it('brings the figure of the period before', () => {
    expect(lineOf('a', 'total').previous?.text).toBe('89');
    expect(lineOf('c', 'total').previous).toBeNull();
  });

  it('counts who is ranked in the group, and knows the depth of each line', () => {
    const sheet = answerSheet(scored, { period: '2025', subject: 'a' });
    expect(sheet.ranked).toBe(3);
    expect(sheet.lines.map(({ depth }) => depth)).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('refuses a subject that takes no part in the period', () => {
    expect(() => answerSheet(scored, { period: '2024', subject: 'c' })).toThrow(ReaderError);
  });
});

describe('a profile', () => {
  it('has the main items as axes, with subject, mean, best and the period before', () => {
    const profile = answerProfile(scored, { period: '2025', subject: 'a' });
    expect(profile.axes.map(({ node, max }) => [node.id, max])).toEqual([
      ['work.order', 60],
      ['work.land', 30],
      ['poll', 10],
    ]);
    expect(profile.series.map(({ kind }) => kind)).toEqual(['subject', 'mean', 'best', 'previous']);
    expect(profile.series[1]!.figures.map((figure) => figure?.text)).toEqual(['55', '25.15', '9.85']);
  });

  it('opens a branch', () => {
    const profile = answerProfile(scored, { period: '2025', subject: 'a', of: 'work' });
    expect(profile.axes.map(({ node }) => node.id)).toEqual(['work.order', 'work.land']);
  });

  it('keeps the axis of what does not apply to the subject, without a point of its own', () => {
    const profile = answerProfile(scored, { period: '2025', subject: 'c' });
    expect(profile.axes.map(({ node }) => node.id)).toEqual(['work.order', 'work.land', 'poll']);
    expect(profile.axes[1]!.max).toBe(30);
    expect(profile.series[0]!.figures[1]).toBeNull();
    expect(profile.series.map(({ kind }) => kind)).not.toContain('previous');
  });
});

function catchError(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return null;
}
