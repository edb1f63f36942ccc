import type { FileBytes } from './read-tables.ts';
import type { Table } from './table.ts';

/** Which of the files of its name each of these is: 1, 2, … */
export function copyNumbers(files: readonly { readonly name: string; readonly copy?: number }[]): readonly number[] {
  const counts = new Map<string, number>();
  return files.map(({ name, copy }) => {
    const next = copy ?? (counts.get(name) ?? 0) + 1;
    counts.set(name, next);
    return next;
  });
}

/** The files, each with the number that it has among those of its name. */
export function withCopies(files: readonly FileBytes[]): readonly FileBytes[] {
  const numbers = copyNumbers(files);
  return files.map((file, at) => (numbers[at] === 1 ? file : { ...file, copy: numbers[at]! }));
}

/** The tables of a file, which know the number of their file. */
export function ofCopy(tables: readonly Table[], { copy = 1 }: FileBytes): readonly Table[] {
  return copy === 1 ? tables : tables.map((table) => ({ ...table, copy }));
}
