import { arithmeticIn, type Explanation, type ExplanationStep, type InputReading } from '../../explain/explanation.ts';
import { exportTexts } from '../../locale/export-texts.ts';
import type { Figure } from '../../reader/figure.ts';
import type { NodeDescription } from '../../reader/results-reader.ts';
import type { ExportCell, TableLanguage } from './table.ts';

/** What is told about how a figure came about. */
export type ExplanationKey =
  'item' | 'itemId' | 'clause' | 'figure' | 'max' | 'rule' | 'arithmetic' | 'steps' | 'inputs' | 'remark';

/** How one figure came about, cell by cell. */
export function explanationCells(
  explanation: Explanation,
  node: NodeDescription,
  language: TableLanguage,
): Readonly<Record<ExplanationKey, ExportCell>> {
  const { title, clause, figure, max, rule, steps, inputs, state } = explanation;
  const between = language === 'zh' ? '：' : ': ';
  const stepLines = steps.map(
    (step) =>
      `${step.applied ? '+' : '-'} ${step.title[language]}${between}${stepValue(step, language)}` +
      (step.reason[language] === '' ? '' : ` [${step.reason[language]}]`),
  );
  const inputLines = inputs.map(
    (input) => `${input.title[language]} = ${readingText(input, language)}${input.unit === '' ? '' : ` ${input.unit}`}`,
  );
  return {
    item: title[language],
    itemId: node.id,
    clause,
    figure: shownFigure(figure, node, language),
    max,
    rule: rule[language],
    arithmetic: arithmeticIn(explanation, language),
    steps: stepLines.join('\n'),
    inputs: inputLines.join('\n'),
    remark: state?.[language] ?? '',
  };
}

/** A figure; yes, no and none in words, and words by their titles. */
export function shownFigure(
  figure: Figure | null,
  { kind, wordTitles }: NodeDescription,
  language: TableLanguage,
): ExportCell {
  if (figure === null || figure.state !== 'value') return figure;
  const title = wordTitles?.[figure.text] ?? (figure.text === 'none' ? exportTexts.none : undefined);
  if (kind === 'word' || figure.text === 'none') return title?.[language] ?? figure;
  if (kind !== 'flag') return figure;
  return exportTexts[figure.text === 'true' ? 'yes' : 'no'][language];
}

/** What a step came to: its calculation, else its figure. */
function stepValue(step: ExplanationStep, language: TableLanguage): string {
  return arithmeticIn(step, language) || (step.word?.[language] ?? step.figure.text);
}

/** What was read, with words by their titles. */
function readingText({ figure, word }: InputReading, language: TableLanguage): string {
  return word?.[language] ?? wordText(figure.text, language);
}

/** A value of the data; yes and no in words. */
export function wordText(value: string, language: TableLanguage): string {
  if (value !== 'true' && value !== 'false') return value;
  return exportTexts[value === 'true' ? 'yes' : 'no'][language];
}
