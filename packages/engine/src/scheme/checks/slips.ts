import { slipTexts } from '../../locale/check-slip-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { Finding, SchemePath } from '../finding.ts';
import { localText } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, SchemeView } from './view/scheme-view.ts';

/** Numbers written so that they mean something else: a per cent sign left out, limits the wrong way round, a minus too many. */
export const slips: SchemeCheck = {
  codes: ['limits.swapped', 'ratio.never', 'line.adds'],
  needs: 'rules',
  check: (view) => [
    ...swapped('inputs', view.file.inputs, view),
    ...swapped('attributes', view.file.attributes, view),
    ...swapped('parameters', view.file.parameters, view),
    ...view.nodes.flatMap((node) => [...unreachable(node, view), ...adding(node, view)]),
  ],
};

/** A lower limit above the upper one: no value is within both. */
function swapped(
  section: string,
  declared: Readonly<Record<string, unknown>> | undefined,
  view: SchemeView,
): Finding[] {
  return Object.entries(declared ?? {}).flatMap(([name, written]) => {
    if (!isRecord(written)) return [];
    const [min, max] = [exact(written['min']), exact(written['max'])];
    if (min === null || max === null || min.compare(max) <= 0) return [];
    const text = slipTexts.limitsSwapped(localText(written['title'] as string | undefined, name), min, max);
    const clause = typeof written['clause'] === 'string' ? written['clause'] : '';
    return [view.finding('error', 'limits.swapped', text, [section, name, 'min'], clause)];
  });
}

/** Marks only from a completion that can never count. */
function unreachable(node: NodeView, view: SchemeView): Finding[] {
  const config = node.rule === 'ratio' ? node.tree.node['ratio'] : undefined;
  if (!isRecord(config) || config['ceiling'] === false) return [];
  const threshold = amount(config['nothing below'], view);
  const ceiling = config['ceiling'] === undefined ? Fraction.ONE : amount(config['ceiling'], view);
  if (threshold === null || ceiling === null || threshold.compare(ceiling) <= 0) return [];
  const text = slipTexts.ratioNever(node.tree.title, threshold, ceiling);
  const path: SchemePath = [...node.path, 'ratio', 'nothing below'];
  return [view.finding('error', 'ratio.never', text, path, node.clause)];
}

/** A deduction of less than nothing. */
function adding(node: NodeView, view: SchemeView): Finding[] {
  return node.lines.flatMap(({ minus, rates }) =>
    minus
      ? rates
          .filter(({ marks }) => marks.sign < 0)
          .map(({ marks, path }) =>
            view.finding('warning', 'line.adds', slipTexts.lineAdds(node.tree.title, marks), path, node.clause),
          )
      : [],
  );
}

function amount(value: unknown, view: SchemeView): Fraction | null {
  const parameter = typeof value === 'string' ? view.parameter(value) : null;
  return parameter ?? exact(value);
}

function exact(value: unknown): Fraction | null {
  return typeof value === 'number' || typeof value === 'string' ? exactNumber(value) : null;
}
