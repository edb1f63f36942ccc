import type { LocalText } from '../../../reader/figure.ts';
import type { NodeId } from '../../../plan/plan.ts';
import { joinTexts, plain } from '../../texts.ts';
import type { Pattern } from './case-pattern.ts';
import { OTHER_WORD } from './case-space.ts';
import type { CaseValue, Variable } from './case-space.ts';
import { hull } from './range.ts';
import { rangeText } from './range-text.ts';
import type { SchemeView } from './scheme-view.ts';

/** `"总分" in [65, 90), "责任事故": yes`: a pattern of cases in words. */
export function patternText(pattern: Pattern, variables: ReadonlyMap<string, Variable>, view: SchemeView): LocalText {
  const parts = [...pattern].map(([key, values]) => {
    const title = variableText(variables.get(key) as Variable, view);
    const text = valuesText(values);
    return { zh: `${title.zh}${text.zh}`, en: `${title.en} ${text.en}` };
  });
  return joinTexts(parts, '，', ', ');
}

function valuesText(values: readonly CaseValue[]): LocalText {
  const stretches = values.flatMap((value) => (value.kind === 'number' ? [value.range] : []));
  if (stretches.length > 0) {
    const text = rangeText(hull(stretches));
    return { zh: `在 ${text}`, en: `in ${text}` };
  }
  const words = values.map((value): LocalText => {
    if (value.kind === 'flag') return value.flag ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    const word = value.kind === 'word' ? value.word : '';
    return STATES[word] ?? plain(word);
  });
  const text = joinTexts(words, '或', ' or ');
  return { zh: `为${text.zh}`, en: `is ${text.en}` };
}

const STATES: Readonly<Record<string, LocalText>> = {
  missing: { zh: '缺报', en: 'missing' },
  na: { zh: '不适用', en: 'not applicable' },
  given: { zh: '已报', en: 'given' },
  [OTHER_WORD]: { zh: '其他词', en: 'another word' },
};

/** What a column is called: the figure, the inputs or the step that it comes from. */
export function variableText({ column, other }: Variable, view: SchemeView): LocalText {
  const own = columnText(column, view);
  if (other === null) return own;
  const less = columnText(other, view);
  return { zh: `${own.zh}与${less.zh}之差`, en: `${own.en} less ${less.en}` };
}

function columnText(column: NodeId, view: SchemeView): LocalText {
  const { graph } = view;
  let node = graph.node(column);
  for (;;) {
    if (node.label !== null && node.label.kind !== 'limit') return quoted(node.label.title);
    const { kind } = node.operation;
    if (kind === 'parameter' || kind === 'attribute') {
      const name = (node.operation as { name: string }).name;
      const { attributes, parameters } = view.file;
      const declared = (kind === 'attribute' ? attributes?.[name] : parameters?.[name]) as
        { title?: unknown } | undefined;
      return quoted(plain(typeof declared?.title === 'string' ? declared.title : name));
    }
    if (!['same', 'replace', 'guard', 'of cell'].includes(kind)) break;
    node = graph.node(node.inputs[0] as NodeId);
  }
  const items = [...graph.items(node.id)].map((item) => view.input(item)?.title ?? plain(item));
  const figures = graph.figures(node.id).flatMap(({ part, id }) => view.nodeAt(part, id)?.tree.title ?? []);
  const named = items.length > 0 ? items : figures;
  return named.length > 0 ? quoted(joinTexts(named, '、', ', ')) : { zh: '条件', en: 'the condition' };
}

function quoted({ zh, en }: LocalText): LocalText {
  return { zh: `“${zh}”`, en: `"${en}"` };
}
