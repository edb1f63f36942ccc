import { subjectTexts } from '../../locale/export-texts.ts';
import type { PartDescription, ResultsReader } from '../../reader/results-reader.ts';
import type { Scored } from '../../score/scored.ts';
import { distinctNames, fileName, periodsInName, titledFileName } from '../file-name.ts';
import type { NamedFile } from '../named-file.ts';
import type { TableLanguage } from '../tables/table.ts';
import { zipFiles } from '../zip-files.ts';
import { subjectFile } from './subject-book.ts';

/** Whose sheets are wanted. What is left out stands for everything. */
export interface SubjectFilesRequest {
  readonly subjects?: readonly string[];
  readonly parts?: readonly string[];
  readonly periods?: readonly string[];
  readonly language: TableLanguage;
  /** Day on which the sheets are made, as it is printed on them; left out: none is. */
  readonly date?: string;
}

/** A workbook for each subject, part and period that has a sheet, in the order of the results. */
export async function subjectFiles(
  reader: ResultsReader,
  { parts: all, subjects: labels }: Scored,
  request: SubjectFilesRequest,
): Promise<readonly NamedFile[]> {
  const isWanted = (wanted: readonly string[] | undefined): ((id: string) => boolean) => {
    const ids = wanted && new Set(wanted);
    return (id) => ids === undefined || ids.has(id);
  };
  const [hasPart, hasPeriod, hasSubject] = [request.parts, request.periods, request.subjects].map(isWanted);
  const { language, date } = request;
  const files: (NamedFile & { readonly subject: string })[] = [];
  for (const { description, keys } of all.filter(({ description: { id } }) => hasPart!(id))) {
    for (const { period, subject: at } of keys) {
      const { subject } = labels[at]!;
      if (!hasPeriod!(period) || !hasSubject!(subject)) continue;
      const wanted = { part: description.id, period, subject, language, ...(date !== undefined && { date }) };
      // One after the other, so that a worker hears others in between.
      // oxlint-disable-next-line no-await-in-loop
      const { name, bytes } = await subjectFile(reader, wanted);
      files.push({ name: ofPart(name, all.length > 1 ? description : null, language), bytes, subject });
    }
  }
  return withDistinctNames(files);
}

/** The same as one file: the workbook of a single sheet, else all of them in a `.zip`; `null` where there is none. */
export async function subjectsFile(
  reader: ResultsReader,
  scored: Scored,
  request: SubjectFilesRequest,
): Promise<NamedFile | null> {
  const files = await subjectFiles(reader, scored, request);
  const [only] = files;
  if (only === undefined || files.length === 1) return only ?? null;
  const { language, periods = [] } = request;
  const { title } = scored.description;
  const name = titledFileName(title[language], periodsInName(periods, language), subjectTexts.sheetsFile[language]);
  return { name: `${name}.zip`, bytes: zipFiles(files) };
}

function ofPart(name: string, part: PartDescription | null, language: TableLanguage): string {
  return part === null ? name : name.replace(/\.xlsx$/, `-${fileName(part.title[language])}.xlsx`);
}

/** Subjects of one name have their ids in the names of their files, so that each can be told whose it is. */
function withDistinctNames(files: readonly (NamedFile & { readonly subject: string })[]): readonly NamedFile[] {
  const times = new Map<string, number>();
  for (const { name } of files) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  const names = files.map(({ name, subject }) => {
    const isAlone = times.get(name.toLowerCase()) === 1;
    return isAlone ? name : name.replace(/\.xlsx$/, `-${fileName(subject)}.xlsx`);
  });
  return distinctNames(names).map((name, at) => ({ name, bytes: files[at]!.bytes }));
}
