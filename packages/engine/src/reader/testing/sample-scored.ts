import type { Figure } from '../figure.ts';
import { MISSING_FIGURE, NA_FIGURE, numberFigure, wordFigure } from '../make-figure.ts';
import type { NodeDescription, PartDescription } from '../results-reader.ts';
import type { Scored } from '../../score/scored.ts';

/** Five subjects in two groups over two years: ties, a veto, something missing, something that does not apply. */

function node(id: string, parent: string | null, more: Partial<NodeDescription> = {}): NodeDescription {
  return {
    id,
    parent,
    title: { zh: id, en: id },
    role: 'item',
    kind: 'number',
    max: null,
    weight: null,
    unit: '',
    clause: '',
    rule: { zh: '', en: '' },
    words: [],
    ...more,
  };
}

export const SAMPLE_NODES: readonly NodeDescription[] = [
  node('work', 'total', { max: '90' }),
  node('work.order', 'work', { max: '60' }),
  node('work.land', 'work', { max: '30' }),
  node('poll', 'total', { max: '10' }),
  node('bonus', 'total', { role: 'adjustment' }),
  node('total', null, { role: 'result', max: '100' }),
  node('rank', null, { role: 'result' }),
  node('grade', null, { role: 'result', kind: 'word', words: ['A', 'B'] }),
  node('veto', null, { role: 'result', kind: 'flag' }),
];

const PART: PartDescription = {
  id: 'main',
  title: { zh: '单位', en: 'Units' },
  periodKind: 'year',
  periods: ['2024', '2025'],
  groups: ['east', 'west'],
  rankedWithin: 'group',
  fullMarks: '100',
  nodes: SAMPLE_NODES,
  known: { total: 'total', rank: 'rank', grade: 'grade', veto: 'veto' },
};

const third: Figure = numberFigure('33.333333333333', false);
const n = (text: string) => numberFigure(text);
const w = (text: string) => wordFigure(text);

/** Columns: period, subject, work, work.order, work.land, poll, bonus, total, rank, grade, veto. */
const ROWS: readonly (readonly [string, number, ...(Figure | null)[]])[] = [
  ['2024', 0, n('80'), n('55'), n('25'), n('9'), n('0'), n('89'), n('2'), w('B'), w('false')],
  ['2024', 1, n('81'), n('55'), n('26'), n('9'), n('0'), n('90'), n('1'), w('A'), w('false')],
  ['2025', 0, n('80.1'), n('55'), n('25.1'), n('9.9'), n('1'), n('91'), n('1'), w('A'), w('false')],
  ['2025', 1, n('80.2'), n('55'), n('25.2'), n('9.8'), n('1'), n('91'), n('1'), w('A'), w('true')],
  ['2025', 2, n('55'), n('55'), NA_FIGURE, MISSING_FIGURE, n('0'), n('55'), n('3'), w('B'), w('false')],
  ['2025', 3, third, third, n('0'), n('9'), n('-2.5'), n('39.83'), n('1'), w('B'), w('false')],
  ['2025', 4, null, null, null, n('5'), null, null, null, null, null],
  ['2025', 5, null, null, null, null, null, null, null, null, w('false')],
];

export function sampleScored(): Scored {
  const column = (position: number) => ROWS.map((row) => (row[position + 2] ?? null) as Figure | null);
  return {
    description: {
      scheme: 'sample',
      title: { zh: '示例', en: 'Sample' },
      version: '1',
      parts: [PART],
      published: null,
    },
    subjects: [
      { subject: 'a', name: '丙村', group: 'east', parent: '' },
      { subject: 'b', name: '甲村', group: 'east', parent: '' },
      { subject: 'c', name: '乙村', group: 'east', parent: '' },
      { subject: 'd', name: '=1+1', group: 'west', parent: '' },
      { subject: 'e', name: '丁村', group: 'west', parent: '' },
      { subject: 'ALL', name: '', group: '', parent: '' },
    ],
    parts: [
      {
        description: PART,
        keys: ROWS.map(([period, subject]) => ({ period, subject })),
        figures: new Map(SAMPLE_NODES.map(({ id }, position) => [id, column(position)])),
        maxima: new Map([['work.land', [30, 30, 30, 30, 0, 40, 30, 30].map((max) => n(String(max)))]]),
      },
    ],
  };
}
