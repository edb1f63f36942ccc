import { wordingTexts } from '../../locale/check-wording-texts.ts';
import type { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { SchemeParameter } from '../schema/scheme.ts';
import { localText } from '../texts.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import { holds, range } from './view/range.ts';
import { rangeText } from './view/range-text.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';
import { textsIn } from './view/texts.ts';
import type { TextInFile } from './view/texts.ts';

/** Figures left blank, vague words, texts that break off, parameters without a value, missing titles and clauses. */
export const wording: SchemeCheck = {
  codes: [
    'parameter.unset',
    'parameter.out-of-range',
    'text.blank',
    'text.vague',
    'text.cut',
    'title.missing',
    'clause.missing',
  ],
  needs: 'rules',
  check: (view) => [
    ...unset(view),
    ...outOfRange(view),
    ...textsIn(view.at([])).flatMap((found) => ofText(found, view)),
    ...untitled(view),
    ...withoutClause(view),
  ],
};

function unset(view: SchemeView): Finding[] {
  return view.compilation.compiler.parameters
    .all()
    .filter(({ value, dated }) => value === '' && Object.keys(dated).length === 0)
    .map(({ name, title, clause }) =>
      view.finding('warning', 'parameter.unset', wordingTexts.parameterUnset(title), ['parameters', name], clause),
    );
}

/** A value that its own limits do not allow. */
function outOfRange(view: SchemeView): Finding[] {
  return Object.entries(view.file.parameters ?? {}).flatMap(([name, written]) => {
    if (!isRecord(written)) return [];
    const { value, from, min, max, title, clause } = written as Extract<SchemeParameter, { title?: unknown }>;
    const limits = range(exactOf(min), exactOf(max));
    const values = [value, ...Object.values(from ?? {})].flatMap((entry) => exactOf(entry) ?? []);
    const outside = values.find((entry) => !holds(limits, entry));
    if (outside === undefined) return [];
    const text = wordingTexts.outOfRange(localText(title, name), outside, rangeText(limits));
    return [view.finding('warning', 'parameter.out-of-range', text, ['parameters', name], clause)];
  });
}

function exactOf(value: unknown): Fraction | null {
  return typeof value === 'number' || typeof value === 'string' ? exactNumber(value) : null;
}

/** `20xx`, `15?1`, `____`, `**`, `（  ）`, `xx 分`, `1:1、5`, `0、9`, the address of a web site. */
const BLANK =
  /20[xX×＊*]{2}|\d[?？]\d|_{2,}|＿{2,}|\*{2,}|□|（\s*）|\(\s*\)|[xX×]{2,}\s*(?:分|元|%|天|次|人|名|个)|[:：]\s*\d、\d|www\.|https?:|(?:^|\D)0、\d/;

/** Words that make of a figure, or in place of one, something that nobody can measure by. */
const VAGUE =
  /大?约\s*\d+|近\s*\d+|\d+\s*余|\d+\s*多[个人名次所家处项万元]|\d+\s*[%‰个人名次所家处项分元天万]{0,2}\s*(?:左右|上下)|原则上|一定(?:的)?(?:比例|数量|标准|范围|幅度|量)|适当|酌情|若干|视情况|逐步|特殊情况|靠[前后](?![（(])/;

/** A text that breaks off: it ends in a mark that something follows, or begins with one that something precedes. */
const CUT = /[，、；,;]\s*(?:$|[）)])|^\s*[，、；。）)]|[，、；：][，、；。]|、等|(?:^|[^依遵参比对])[按将把向]、/;

function ofText({ text, path }: TextInFile, view: SchemeView): Finding[] {
  if (BLANK.test(text)) return [view.finding('warning', 'text.blank', wordingTexts.blank(text), path)];
  const vague = VAGUE.exec(text)?.[0];
  if (vague !== undefined) return [view.finding('note', 'text.vague', wordingTexts.vague(text, vague), path)];
  const isCut = path.at(-1) !== 'clause' && (CUT.test(text) || !isBalanced(text));
  return isCut ? [view.finding('warning', 'text.cut', wordingTexts.cut(text), path)] : [];
}

const PAIRS = ['（）', '“”', '《》', '()', '[]', '【】'] as const;

/** Brackets and quotes that are opened are closed. */
function isBalanced(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return PAIRS.every(([open, close]) => count(open as string) === count(close as string));
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
