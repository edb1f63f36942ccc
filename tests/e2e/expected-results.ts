// What the pages must show and give away: the same data, scored here, without any page.
import { readFile } from 'node:fs/promises';

import { importFiles, loadScheme, scoreDataset, type Dataset } from '@kaoheng/engine';
import { scoredReader, type Ranking, type ResultsReader } from '@kaoheng/engine/reader';

import { fromRoot } from './support.ts';

export const SAMPLE = 'township-9-villages';

export interface ExpectedResults {
  readonly dataset: Dataset;
  readonly reader: ResultsReader;
  ranking(period: string, part?: string): Promise<Ranking>;
}

/** The results of a built-in scheme with these CSV files. */
export async function expectedResults(
  scheme: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<ExpectedResults> {
  const { scheme: loaded } = loadScheme(await readFile(fromRoot(`packages/engine/schemes/${scheme}.yaml`), 'utf8'));
  const bytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const named = Object.entries(files).map(([name, content]) => ({ name, bytes: bytes(content) }));
  const { dataset } = await importFiles(named, loaded!.inputs);
  const result = scoreDataset(loaded!, dataset!);
  const reader = scoredReader(result.scored, async (query) => result.explain(query));
  return {
    dataset: dataset!,
    reader,
    ranking: (period, part) => reader.ranking({ period, ...(part !== undefined && { part }) }),
  };
}

export async function sampleResults(): Promise<ExpectedResults> {
  const file = (name: string) => readFile(fromRoot(`packages/engine/samples/${SAMPLE}/${name}`));
  return expectedResults(SAMPLE, {
    'subjects.csv': await file('subjects.csv'),
    'observations.csv': await file('observations.csv'),
  });
}
