import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';

/** The lines of a rule: a list, or a map with the list under `lines`. */
export function randomLines(writing: PartWriting, more: Draft): Json {
  const { choices } = writing;
  const lines = Array.from({ length: 1 + choices.below(3) }, () => randomLine(writing));
  const passes = choices.chance(25);
  if (!passes && Object.keys(more).length === 0) return lines;
  return { ...more, ...(passes ? { NA: 'pass over' } : {}), lines };
}

function randomLine(writing: PartWriting): Json {
  const { choices } = writing;
  const line = lineAlone(writing);
  const item = line['each'] ?? line['once'] ?? line['row'];
  if (item !== undefined || line['from'] !== undefined) {
    if (choices.chance(25)) line['where'] = writing.formula('row').condition(0);
    if (item === 'ev' && line['by'] === undefined && choices.chance(25))
      line['categories'] = choices.some(['a', 'b'], 1);
  }
  if (choices.chance(25)) line['if'] = writing.formula().condition();
  if (choices.chance(25)) line['at most'] = writing.amount();
  return line;
}

function lineAlone(writing: PartWriting): Draft {
  const { choices } = writing;
  const inRow = writing.formula('row');
  const by = (formula = writing.formula()): Draft =>
    Object.fromEntries(choices.some(['a', 'b', 'c'], 1).map((word) => [word, writing.amount(15, formula)]));
  return choices.one<Draft>(
    () => ({ [choices.of(['each', 'once'])]: choices.of(['ev', 'ea', 'bal']), marks: writing.amount() }),
    () => ({ [choices.of(['each', 'once'])]: 'ev', by: by() }),
    () => ({ row: choices.of(['ev', 'ea', 'bal']), marks: inRow.number(1) }),
    () => ({ row: 'ev', by: by(inRow), ...(choices.chance(40) ? { plus: inRow.number(1) } : {}) }),
    () => ({ row: 'ea', times: inRow.number(1), ...(choices.chance(40) ? { plus: '1' } : {}) }),
    () => ({ row: 'ea', bands: bandRows(writing, ['2', '10'], () => choices.of<Json>([1, 2, 'value / 3'])) }),
    () => ({
      per: choices.of(['1', '0.5', '10', '1/3', 'p2']),
      of: writing.formula().number(1),
      marks: writing.amount(),
      ...(choices.chance(40) ? { prorated: true } : {}),
    }),
    () => ({ marks: writing.amount(50) }),
  );
}

/** Rows of bands, mostly without a gap. */
export function bandRows({ choices }: PartWriting, edges: readonly string[], marks: () => Json): Json[] {
  const rows: Draft[] = [...edges]
    .reverse()
    .map((edge) => ({ [choices.of(['from', 'above'])]: Number(edge), marks: marks() }));
  if (choices.chance(92)) rows.push({ marks: marks() });
  else rows.push({ [choices.of(['to', 'below'])]: Number(edges[0]), marks: marks() });
  return rows;
}
