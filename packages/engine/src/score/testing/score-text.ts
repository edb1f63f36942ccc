import { dataset, row, subject, subjects } from '../../data/testing/make-dataset.ts';
import type { Observation, Subject } from '../../data/dataset.ts';
import type { ExplainQuery } from '../../reader/results-reader.ts';
import type { Explanation } from '../../explain/explanation.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import { loadScheme } from '../../scheme/load-scheme.ts';
import { ScoreError } from '../score-error.ts';
import { scoreDataset } from '../score-dataset.ts';

export { dataset, row, subject, subjects };

/** A scheme of one yearly part from the lines below its head; throws its faults. */
export function schemeOf(text: string): CompiledScheme {
  const { scheme, findings } = loadScheme(withHead(text));
  if (scheme === null) throw new Error(findings.map(({ code, message }) => `${code}: ${message.en}`).join('\n'));
  return scheme;
}

/** Faults of a scheme: the code, and the text at the place that the finding names. */
export function faultsOf(text: string): string[] {
  const source = withHead(text);
  return loadScheme(source).findings.map(({ code, position }) => {
    const { line = 1, column = 1, endLine = 1, endColumn = 1 } = position ?? {};
    const rest = (source.split('\n')[line - 1] ?? '').slice(column - 1);
    return `${code} ${endLine === line ? rest.slice(0, endColumn - column) : rest}`;
  });
}

const HEAD = 'scheme: test\ntitle: 测试\n';

function withHead(text: string): string {
  return `${HEAD}${/^(parts|period):/m.test(text) ? '' : 'period: year'}\n${text.replace(/^\n/, '')}`;
}

export interface Given {
  /** Observations as texts, `2024 a x 3`; or whole ones. */
  readonly rows: readonly (string | Observation)[];
  /** Ids of subjects in one group, or whole ones; default: those that the rows name, in their order. */
  readonly units?: readonly (string | Subject)[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** The figures of a scored dataset. */
export interface Result {
  /** A figure as text; `missing` and `NA` for the states, `–` where no row is written. */
  figure(id: string, node: string, period?: string): string;
  /** One figure of all subjects in the order of the cells. */
  column(node: string, period?: string): string;
  explain(query: Partial<ExplainQuery> & { readonly node: string }): Explanation;
}

/** Scores rows by a scheme in text. */
export function score(text: string, { rows, units, settings }: Given): Result {
  const observations = rows.map((given) => (typeof given === 'string' ? row(given) : given));
  const names = units ?? [...new Set(observations.map((observation) => observation.subject))];
  const people = names.map((unit) => (typeof unit === 'string' ? subject(unit, { group: 'g' }) : unit));
  const { scored, explain } = scoreDataset(schemeOf(text), dataset(people, observations), settings);
  const cells = scored.parts.flatMap(({ keys, figures }) =>
    keys.flatMap((key, at) =>
      [...figures].map(([node, column]) => {
        const figure = column[at];
        const shown =
          figure === null || figure === undefined
            ? '–'
            : figure.state === 'value'
              ? figure.text
              : figure.state === 'na'
                ? 'NA'
                : 'missing';
        return { period: key.period, id: scored.subjects[key.subject]?.subject ?? '', node, shown };
      }),
    ),
  );
  return {
    figure: (id, node, period = '2024') =>
      cells.find((cell) => cell.id === id && cell.node === node && cell.period === period)?.shown ?? 'no cell',
    column: (node, period = '2024') =>
      cells
        .filter((cell) => cell.node === node && cell.period === period)
        .map(({ shown }) => shown)
        .join(' '),
    explain: (query) => explain({ period: '2024', subject: 'a', ...query }),
  };
}

/** The figure of subject `a` in 2024. */
export function figure(text: string, node: string, ...rows: readonly (string | Observation)[]): string {
  return score(text, { rows: ['2024 a here 1', ...rows] }).figure('a', node);
}

/** The error that scoring stops with: code, and place. */
export function scoreFault(text: string, given: Given): string {
  try {
    score(text, given);
  } catch (error) {
    if (!(error instanceof ScoreError)) throw error;
    return `${error.code} ${error.period} ${error.subject} ${error.node}`;
  }
  throw new Error('The scoring did not stop.');
}
