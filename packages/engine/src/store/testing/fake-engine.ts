import type { Dataset, Observation, Subject } from '../../data/dataset.ts';
import type { ImportFinding, ImportReport } from '../../data/import-report.ts';
import type { Explanation } from '../../explain/explanation.ts';
import type { Figure, LocalText } from '../../reader/figure.ts';
import { MISSING_FIGURE, NA_FIGURE, numberFigure, wordFigure } from '../../reader/make-figure.ts';
import type { NodeDescription, PartDescription } from '../../reader/results-reader.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import type { Scored } from '../../score/scored.ts';
import type { EnginePort, FileBytes, LoadedScheme, ParameterSettings, SchemeLibrary, Scoring } from '../engine-port.ts';
import { WorkspaceError } from '../workspace-error.ts';

/**
 * An engine for tests of everything around the engine: a scheme is `name: item item …`, the score of an item is its whole
 * number times the parameter `factor`, the total is their sum. Files are CSV without quotes. A cell `refuse me` is
 * refused, a file without a `subject` column cannot be used, one that says `never ends` is read for ever, and `factor` 0
 * cannot be scored.
 */
export const fakeEngine: EnginePort = {
  loadScheme(text) {
    const match = /^([\w-]+):\s*(.+)$/.exec(text.trim());
    if (!match) {
      const message = both('不是方案', 'not a scheme');
      return {
        scheme: null,
        findings: [
          {
            severity: 'error',
            code: 'fake.not-a-scheme',
            message,
            remedy: message,
            clause: '',
            path: [],
            position: null,
          },
        ],
      };
    }
    return { scheme: fakeScheme(match[1]!, match[2]!.split(/\s+/)), findings: [] };
  },
  importFiles: async (files, _inputs, { onProgress } = {}) => {
    onProgress?.({ phase: 'checking', share: 0, file: '', rows: 0 });
    return fakeImport(files);
  },
  proposeMapping: async () => ({ sheets: [], questions: [], subjects: [], isOwnLayout: true }),
  checkObservations: async (rows) =>
    rows.map((row) =>
      row.value === 'refuse me'
        ? { observation: null, findings: [finding('', 0, '不是数', 'not a number')] }
        : { observation: { ...row, note: '', origin: { file: '', sheet: '', row: 0, column: '' } }, findings: [] },
    ),
  subjectsFile: async () => ({ name: 'sheets.zip', bytes: new Uint8Array() }),
  subjectFile: async (_, { subject }) => ({ name: `${subject}.xlsx`, bytes: new Uint8Array() }),
  refusals: async ({ findings }) => new TextEncoder().encode(`refused ${findings.length}`),
};

/** One scheme, `villages`, with a sample of some villages in two years. */
export const fakeLibrary: SchemeLibrary = {
  list: async () => [
    { id: 'villages', title: both('村级考核', 'Villages'), body: 'village' as const, hasSample: true },
  ],
  read: async (id) => {
    if (id !== 'villages')
      throw new WorkspaceError('scheme.unknown', both(`没有方案 ${id}`, `There is no scheme ${id}`));
    return 'villages: order fee';
  },
  sample: async () => sampleFiles(30),
};

export const NEVER_ENDS = 'never ends';

export function both(zh: string, en: string): LocalText {
  return { zh, en };
}

/** Two CSV files with so many villages in two groups and two years. */
export function sampleFiles(villages: number): FileBytes[] {
  const subjects = ['subject,name,group,parent,headcount'];
  const observations = ['period,subject,item,value'];
  for (let number = 1; number <= villages; number++) {
    const id = `v${String(number).padStart(2, '0')}`;
    subjects.push(`${id},第${number}村,${number % 2 ? '甲组' : '乙组'},,${300 + number}`);
    for (const period of ['2023', '2024']) {
      observations.push(`${period},${id},order,${(number * 7) % 20}`);
      if (number % 10 !== 0) observations.push(`${period},${id},fee,${number % 9 === 0 ? 'NA' : (number * 3) % 10}`);
    }
  }
  return [csvFile('subjects.csv', subjects), csvFile('observations.csv', observations)];
}

export function csvFile(name: string, lines: readonly string[]): FileBytes {
  return { name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

function fakeScheme(id: string, items: readonly string[]): LoadedScheme {
  const inputs = items.map((item): InputDeclaration => ({
    item,
    kind: 'score',
    title: both(`指标 ${item}`, `Item ${item}`),
    unit: '分',
    from: '办公室',
    words: [],
    categories: [],
    takesAnyWord: false,
    categoryTitles: {},
    wordTitles: {},
    min: '0',
    max: '20',
    mayBeNA: true,
    needsValue: true,
    needsDate: false,
    needsMatter: false,
    needsCategory: false,
    needsRater: false,
  }));
  const parameters = [
    {
      name: 'factor',
      title: both('倍数', 'Factor'),
      unit: '',
      clause: '',
      type: 'number' as const,
      value: '1',
      dated: {},
      min: null,
      max: null,
    },
  ];
  return {
    id,
    title: both(`方案 ${id}`, `Scheme ${id}`),
    version: '1',
    inputs,
    attributes: [],
    parameters,
    inputsUnder: () => inputs,
    score: (dataset, given) => fakeScore(id, items, dataset, given),
    collect: async ({ subjects, periods }) => [
      csvFile(
        `${id}-${periods.join('-')}.xlsx`,
        subjects.map((subject) => subject.id),
      ),
    ],
    deliveries: async () => [],
    knownItems: async () => inputs,
    exportFiles: async ({ subjects }, _scored, reader, { views = [] }) => {
      const { scheme } = await reader.describe();
      return views.map((view) => csvFile(`${scheme}-${view}.csv`, [String(subjects.length)]));
    },
  };
}

function fakeScore(id: string, items: readonly string[], dataset: Dataset, parameters: ParameterSettings): Scoring {
  const factor = Number(parameters['factor'] ?? '1');
  if (factor === 0) throw new WorkspaceError('score.fault', both('不能除以 0', 'Division by zero'));
  const values = new Map(
    dataset.observations.map(({ period, subject, item, value }) => [`${period}\n${subject}\n${item}`, value]),
  );
  const periods = [...new Set(dataset.observations.map(({ period }) => period))].sort();
  const keys = periods.flatMap((period) => dataset.subjects.map((_, subject) => ({ period, subject })));
  const figures = new Map<string, (Figure | null)[]>();
  for (const item of items) {
    figures.set(
      item,
      keys.map(({ period, subject }) => {
        const value = values.get(`${period}\n${dataset.subjects[subject]!.id}\n${item}`);
        return value === undefined
          ? MISSING_FIGURE
          : value === 'NA'
            ? NA_FIGURE
            : numberFigure(String(Number(value) * factor));
      }),
    );
  }
  const totals = keys.map((_, row) => items.reduce((sum, item) => sum + (figures.get(item)![row]?.number ?? 0), 0));
  figures.set(
    'total',
    totals.map((total) => numberFigure(String(total))),
  );
  const group = (row: number): string => dataset.subjects[keys[row]!.subject]!.group;
  const places = keys.map(
    (key, row) =>
      1 +
      totals.filter(
        (total, other) => keys[other]!.period === key.period && group(other) === group(row) && total > totals[row]!,
      ).length,
  );
  figures.set(
    'rank',
    places.map((place) => numberFigure(String(place))),
  );
  figures.set(
    'grade',
    places.map((place) => wordFigure(place <= 3 ? '优秀' : '合格')),
  );
  figures.set(
    'complete',
    keys.map((_, row) => wordFigure(String(items.every((item) => figures.get(item)![row]!.state !== 'missing')))),
  );
  figures.set(
    'prize',
    places.map((place) => numberFigure(String(place === 1 ? 2000 : 0))),
  );

  const description: PartDescription = {
    id: 'main',
    title: both('考核', 'Appraisal'),
    periodKind: 'year',
    periods,
    groups: [...new Set(dataset.subjects.map(({ group }) => group))],
    fullMarks: String(items.length * 20),
    nodes: [
      ...items.map((item) => node(item, 'item', 'number', '20')),
      node('total', 'result', 'number', null),
      node('rank', 'result', 'number', null),
      node('grade', 'result', 'word', null),
      node('complete', 'result', 'flag', null),
      node('prize', 'result', 'number', null),
    ],
    known: { total: 'total', rank: 'rank', grade: 'grade', complete: 'complete' },
  };
  const scored: Scored = {
    description: {
      scheme: id,
      title: both(`方案 ${id}`, `Scheme ${id}`),
      version: '1',
      parts: [description],
      published: null,
    },
    subjects: dataset.subjects.map(({ id: subject, name, group, parent }) => ({ subject, name, group, parent })),
    parts: [{ description, keys, figures, maxima: new Map() }],
  };
  return {
    scored,
    explain: ({ period, subject, node }) => {
      const index = keys.findIndex((key) => key.period === period && dataset.subjects[key.subject]!.id === subject);
      return explanation(period, dataset.subjects[keys[index]!.subject]!, node, figures.get(node)![index]!);
    },
  };
}

function node(
  id: string,
  role: NodeDescription['role'],
  kind: NodeDescription['kind'],
  max: string | null,
): NodeDescription {
  return {
    id,
    parent: null,
    title: both(`指标 ${id}`, `Item ${id}`),
    role,
    kind,
    max,
    weight: null,
    unit: '分',
    clause: '一',
    rule: both('照录', 'as given'),
    words: [],
  };
}

function explanation(period: string, subject: Subject, id: string, figure: Figure): Explanation {
  return {
    part: 'main',
    period,
    subject: subject.id,
    subjectName: subject.name,
    node: id,
    title: both(`指标 ${id}`, `Item ${id}`),
    figure,
    max: null,
    clause: '一',
    rule: both('照录', 'as given'),
    arithmetic: figure.text,
    steps: [],
    inputs: [],
    figures: [],
    state: null,
  };
}

async function fakeImport(files: readonly FileBytes[]): Promise<{ dataset: Dataset | null; report: ImportReport }> {
  const subjects: Subject[] = [];
  const observations: Observation[] = [];
  const findings: ImportFinding[] = [];
  let entered = files.length > 0;
  for (const { name, bytes } of files) {
    const [header = '', ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
    // As a large workbook, whose reader hears nothing before it is done.
    if (header === NEVER_ENDS) for (;;);
    const names = header.split(',');
    if (!names.includes('subject')) {
      entered = false;
      findings.push(finding(name, 1, '没有 subject 列', 'no subject column'));
      continue;
    }
    lines.forEach((line, index) => {
      const row = Object.fromEntries(line.split(',').map((cell, column) => [names[column]!, cell])) as Record<
        string,
        string
      >;
      const origin = { file: name, sheet: '', row: index + 2, column: 'D' };
      if (line.includes('refuse me')) findings.push(finding(name, index + 2, '不是数', 'not a number'));
      else if (names.includes('item'))
        observations.push({
          period: '',
          item: '',
          value: '',
          category: '',
          rater: '',
          matter: '',
          date: '',
          note: '',
          ...row,
          subject: row['subject']!,
          origin,
        });
      else {
        const { subject: id = '', name: label = '', group = '', parent = '', ...attributes } = row;
        subjects.push({ id, name: label, group, parent, attributes, origin });
      }
    });
  }
  const refused = findings.length;
  return {
    dataset: entered ? { subjects, observations } : null,
    report: {
      files: files.map(({ name }) => name),
      subjects: { read: subjects.length, accepted: subjects.length, refused: 0 },
      observations: { read: observations.length + refused, accepted: observations.length, refused },
      findings,
      entered,
    },
  };
}

function finding(file: string, row: number, zh: string, en: string): ImportFinding {
  return {
    severity: 'refused',
    code: 'fake.refused',
    origin: { file, sheet: '', row, column: 'D' },
    message: both(zh, en),
    remedy: both('改正后重新导入', 'Mend it and import again'),
  };
}
