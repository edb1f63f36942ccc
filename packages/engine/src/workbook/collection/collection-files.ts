import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import type { NamedFile } from '../named-file.ts';
import { writeBook } from '../write-book.ts';
import { collectionWorkbooks, type CollectionRequest } from './collection-workbooks.ts';

/** The workbooks by which the data of a scheme is collected, as files to be saved. */
export async function collectionFiles(
  scheme: CompiledScheme,
  request: CollectionRequest,
): Promise<readonly NamedFile[]> {
  const books = collectionWorkbooks(scheme, request);
  return Promise.all(books.map(async ({ name, book }) => ({ name: `${name}.xlsx`, bytes: await writeBook(book) })));
}
