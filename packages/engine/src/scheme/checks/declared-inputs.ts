import { announcedTexts } from '../../locale/check-doubt-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { Finding, SchemePath } from '../finding.ts';
import { localText } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import type { SchemeView } from './view/scheme-view.ts';

/** How inputs are declared: words and titles that are there twice, and who delivers them. */
export const declaredInputs: SchemeCheck = {
  codes: ['word.twice', 'title.twice', 'input.no-deliverer'],
  needs: 'rules',
  check: inputs,
};

function inputs(view: SchemeView): Finding[] {
  const entries = Object.entries(view.file.inputs ?? {});
  const delivered = entries.filter(([, { from }]) => from !== undefined);
  const titles = new Map<string, string>();
  return entries.flatMap(([name, declaration]) => {
    const path: SchemePath = ['inputs', name];
    const findings = (['words', 'categories'] as const).flatMap((key) => wordTwice(declaration[key], name, key, view));
    const title: LocalText = localText(declaration.title, name);
    if (declaration.from === undefined && delivered.length * 2 >= entries.length && delivered.length > 0) {
      findings.push(view.finding('note', 'input.no-deliverer', announcedTexts.noDeliverer(title), path));
    }
    const other = titles.get(title.zh);
    if (declaration.title !== undefined && other !== undefined && areTogether(other, name, view)) {
      findings.push(view.finding('note', 'title.twice', announcedTexts.sameTitle(other, name, title), path));
    }
    titles.set(title.zh, name);
    return findings;
  });
}

/** Whether two inputs are read in one part: those of two kinds of subjects may well be called the same. */
function areTogether(one: string, other: string, view: SchemeView): boolean {
  return view.parts.some(({ nodes }) => {
    const read = new Set(nodes.flatMap(({ compiled }) => [...view.graph.items(compiled?.column ?? 0)]));
    return read.has(one) && read.has(other);
  });
}

function wordTwice(list: unknown, item: string, key: string, view: SchemeView): Finding[] {
  if (!Array.isArray(list)) return [];
  const words = list.map(String);
  return words.flatMap((word, at) => {
    if (words.indexOf(word) === at) return [];
    const path = ['inputs', item, key, at];
    return [view.finding('warning', 'word.twice', announcedTexts.wordTwice(item, word), path)];
  });
}
