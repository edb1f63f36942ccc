import { wordingTexts } from '../../locale/check-texts.ts';
import { localText } from '../texts.ts';
import type { Finding, SchemePath } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Figures left blank, parameters without a value, missing titles and clauses. */
export const wording: SchemeCheck = {
  codes: ['parameter.unset', 'text.blank', 'title.missing', 'clause.missing'],
  check: (view) => [...unset(view), ...blanks(view.at([]), [], view), ...untitled(view), ...withoutClause(view)],
};

function unset(view: SchemeView): Finding[] {
  return view.compilation.compiler.parameters
    .all()
    .filter(({ value, dated }) => value === '' && Object.keys(dated).length === 0)
    .map(({ name, title, clause }) =>
      view.finding('warning', 'parameter.unset', wordingTexts.parameterUnset(title), ['parameters', name], clause),
    );
}

/** Keys under which texts for people stand. Formulas, where `**` is a power, do not. */
const TEXT_KEYS = new Set([
  'title',
  'zh',
  'en',
  'unit',
  'clause',
  'note',
  'source',
  'from',
  'value',
  'words',
  'categories',
]);

/** `20xx`, `15?1`, `____`, `**`, `（  ）`, `xx 分`. */
const BLANK = /20[xX×＊*]{2}|\d[?？]\d|_{2,}|＿{2,}|\*{2,}|□|（\s*）|\(\s*\)|[xX×]{2,}\s*(?:分|元|%|天|次|人|名|个)/;

function blanks(value: unknown, path: SchemePath, view: SchemeView): Finding[] {
  if (typeof value === 'string') {
    return BLANK.test(value) && isText(path)
      ? [view.finding('warning', 'text.blank', wordingTexts.blank(value), path)]
      : [];
  }
  if (Array.isArray(value)) return value.flatMap((entry, at) => blanks(entry, [...path, at], view));
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => blanks(inner, [...path, key], view)) : [];
}

function isText(path: SchemePath): boolean {
  return path[0] === 'parameters' || path.slice(-2).some((key) => TEXT_KEYS.has(String(key)));
}

function untitled(view: SchemeView): Finding[] {
  return view.nodes
    .filter(({ tree, id }) => tree.node.title === undefined && tree.title.zh === id && tree.node.hidden !== true)
    .map(({ id, path, clause }) => view.finding('note', 'title.missing', wordingTexts.titleMissing(id), path, clause));
}

/** Indicators at the end of the tree and adjustments; results often follow from several clauses. */
function withoutClause(view: SchemeView): Finding[] {
  const scored = view.nodes.filter(({ tree, children }) => tree.role !== 'result' && children.length === 0);
  const without = scored.filter(({ clause }) => clause === '');
  if (scored.length > 0 && without.length === scored.length) {
    return [view.finding('note', 'clause.missing', wordingTexts.noClauses, ['scheme'])];
  }
  return without.map((node: NodeView) =>
    view.finding(
      'note',
      'clause.missing',
      wordingTexts.clauseMissing(localText(node.tree.node.title, node.id)),
      node.path,
    ),
  );
}
