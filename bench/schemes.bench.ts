// Every built-in scheme over its cases, and over those cases again and again until there are 10,000 subjects; then the
// explanation of one figure of the kind that people ask for most.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { loadScheme, scoreDataset } from '@kaoheng/engine';
import type { CompiledScheme, Dataset, Scoring } from '@kaoheng/engine';
import { importFiles } from '../packages/engine/src/io/import.ts';

const SCHEMES = new URL('../packages/engine/schemes/', import.meta.url);
const MANY = 10_000;
/** Scored at full size: the largest tree. */
const LARGEST = 'township-health-1000';

const ids = readdirSync(SCHEMES)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

const table: Record<string, Record<string, string | number>> = {};
for (const id of ids) {
  const text = readFileSync(new URL(`${id}.yaml`, SCHEMES), 'utf8');
  const compiling = timed(() => compile(text));
  const data = await readCase(id, compiling.result);
  scoreDataset(compiling.result, data); // warm
  const scoring = timed(() => scoreDataset(compiling.result, data));
  const explaining = timed(() => explainOne(scoring.result));
  table[id] = {
    subjects: data.subjects.length,
    rows: data.observations.length,
    'load, ms': compiling.ms.toFixed(0),
    'score, ms': scoring.ms.toFixed(1),
    'explain, ms': explaining.ms.toFixed(2),
  };
}
console.table(table);

if (existsSync(new URL(`${LARGEST}.yaml`, SCHEMES))) {
  const scheme = compile(readFileSync(new URL(`${LARGEST}.yaml`, SCHEMES), 'utf8'));
  const data = repeated(await readCase(LARGEST, scheme), MANY);
  const scoring = timed(() => scoreDataset(scheme, data));
  const explaining = timed(() => explainOne(scoring.result));
  console.log(
    `${LARGEST}: ${data.subjects.length.toLocaleString('en')} subjects, ${data.observations.length.toLocaleString('en')} rows: ` +
      `scored in ${(scoring.ms / 1000).toFixed(2)} s, one total explained in ${explaining.ms.toFixed(1)} ms`,
  );
}

function compile(text: string): CompiledScheme {
  const { scheme, findings } = loadScheme(text);
  if (scheme === null) throw new Error(findings[0]?.message.en);
  return scheme;
}

async function readCase(id: string, scheme: CompiledScheme): Promise<Dataset> {
  const files = ['subjects.csv', 'observations.csv'].map((name) => ({
    name,
    bytes: readFileSync(new URL(`cases/${id}/${name}`, SCHEMES)),
  }));
  const { dataset, report } = await importFiles(files, scheme.inputs);
  if (dataset === null) throw new Error(report.findings[0]?.message.en);
  return dataset;
}

/** The same subjects under other ids, with the same rows, until there are that many. */
function repeated({ subjects, observations, ...rest }: Dataset, count: number): Dataset {
  const times = Math.ceil(count / subjects.length);
  const copies = Array.from({ length: times }, (_, copy) => copy);
  const renamed = (id: string, copy: number): string => (id === '' ? '' : `${id}~${copy}`);
  return {
    ...rest,
    subjects: copies.flatMap((copy) =>
      subjects.map((subject) => ({
        ...subject,
        id: renamed(subject.id, copy),
        parent: renamed(subject.parent, copy),
        group: renamed(subject.group, copy),
      })),
    ),
    observations: copies.flatMap((copy) =>
      observations.map((row) => ({ ...row, subject: renamed(row.subject, copy) })),
    ),
  };
}

function explainOne({ scored, explain }: Scoring): void {
  const part = scored.parts.find(({ description }) => description.known.total !== undefined) ?? scored.parts[0];
  const node = part?.description.known.total ?? [...(part?.figures.keys() ?? [])][0];
  const key = part?.keys[0];
  const subject = scored.subjects[key?.subject ?? -1]?.subject;
  if (part === undefined || node === undefined || key === undefined || subject === undefined) return;
  explain({ part: part.description.id, period: key.period, subject, node });
}

function timed<Result>(work: () => Result): { result: Result; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}
