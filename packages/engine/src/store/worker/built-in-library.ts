/// <reference path="./import-glob.d.ts" />
import { parse } from 'yaml';
import type { LocalText } from '../../reader/figure.ts';
import { SCHEME_BODIES } from '../../scheme/schema/bodies.ts';
import { localText } from '../../scheme/texts.ts';
import type { SchemeEntry, SchemeLibrary } from '../engine-port.ts';
import { WorkspaceError } from '../workspace-error.ts';

/** The scheme files and samples of this package; each is a chunk of its own, loaded when it is opened. */
const schemeTexts = import.meta.glob<string>('../../../schemes/*.yaml', { query: '?raw', import: 'default' });
const sampleTexts = import.meta.glob<string>('../../../samples/*/*.csv', { query: '?raw', import: 'default' });

let entries: Promise<readonly SchemeEntry[]> | null = null;

function readEntries(): Promise<readonly SchemeEntry[]> {
  return Promise.all(Object.entries(schemeTexts).map(async ([path, load]) => entry(idOf(path), await load())));
}

/** Schemes that come with the product. */
export const builtInLibrary: SchemeLibrary = {
  list: () => (entries ??= readEntries()),

  read: async (id) => {
    const load = schemeTexts[`../../../schemes/${id}.yaml`];
    if (!load)
      throw new WorkspaceError('scheme.unknown', {
        zh: `没有内置方案“${id}”。`,
        en: `There is no built-in scheme “${id}”.`,
      });
    return load();
  },

  sample: async (id) => {
    const paths = samplePaths(id);
    if (paths.length === 0)
      throw new WorkspaceError('sample.none', {
        zh: `方案“${id}”没有示例数据。`,
        en: `The scheme “${id}” has no sample data.`,
      });
    const encoder = new TextEncoder();
    return Promise.all(
      paths.map(async (path) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        bytes: encoder.encode(await sampleTexts[path]!()),
      })),
    );
  },
};

function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
}

function samplePaths(id: string): string[] {
  return Object.keys(sampleTexts).filter((path) => path.includes(`/samples/${id}/`));
}

function entry(id: string, text: string): SchemeEntry {
  const { title, body } = headOf(text);
  return {
    id,
    title: localText(title, id),
    body: SCHEME_BODIES.find((known) => known === body) ?? 'other',
    hasSample: samplePaths(id).length > 0,
  };
}

/** What lists show of a file; nothing of one that cannot be read. */
function headOf(text: string): { readonly title?: string | LocalText; readonly body?: string } {
  try {
    return (parse(text) as object | null) ?? {};
  } catch {
    return {};
  }
}
