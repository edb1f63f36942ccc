import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { cliTexts } from '../locale/cli-texts.ts';
import { PAGE_SCRIPTS, pageFiles } from '../page/page-files.ts';
import { publishedName } from '../page/page-snippet.ts';
import type { Publication } from '../reader/publish.ts';
import type { NamedFile } from '../workbook/named-file.ts';
import { zipFiles } from '../workbook/zip-files.ts';
import { CliError } from './cli-error.ts';
import type { CommandCall } from './command.ts';
import { writeNamedFile } from './files.ts';

/** Writes the published results with all that a web server needs to show them: into a `.zip`, or into a folder. */
export async function writePage(
  path: string,
  { file }: Publication,
  content: string,
  call: CommandCall,
): Promise<void> {
  const { scheme, title, parts, notice, integrity } = file;
  const periods = new Set(parts.flatMap(({ description }) => description.periods));
  const period = periods.size === 1 ? [...periods][0]! : '';
  const files = pageFiles({
    results: { name: publishedName(scheme, period, notice.date), bytes: new TextEncoder().encode(content) },
    integrity,
    title,
    hasParts: parts.length > 1,
    scripts: await readScripts(call.text('scripts')),
    language: call.language,
  });
  if (/\.zip$/i.test(path)) return writeNamedFile(path, zipFiles(files));
  // One after the other, so that what is written stands in order before a fault.
  // oxlint-disable-next-line no-await-in-loop
  for (const { name, bytes } of files) await writeNamedFile(join(path, name), bytes);
}

/** The scripts of the widgets: from the folder that is named, or from the package of the widgets where it is installed. */
function readScripts(folder: string | undefined): Promise<readonly NamedFile[]> {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    PAGE_SCRIPTS.map(async (name): Promise<NamedFile> => {
      try {
        const path = folder === undefined ? resolve(`@kaoheng/components/bundles/${name}`) : join(folder, name);
        return { name, bytes: await readFile(path) };
      } catch {
        throw new CliError(cliTexts.noScript(name));
      }
    }),
  );
}
