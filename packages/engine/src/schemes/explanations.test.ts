import { describe, expect, it } from 'vitest';

import type { Explanation } from '../explain/explanation.ts';
import type { Figure } from '../reader/figure.ts';
import type { Scoring } from '../score/score-dataset.ts';
import { loadScheme } from '../scheme/load-scheme.ts';
import { caseIds, readCase, runCase, schemeText } from './testing/case-folder.ts';

/** Figures of one node that are looked at: of each state and word the first few. */
const MOST_ALIKE = 2;
const MOST_OF_NODE = 8;

describe.each(caseIds())('the explanations of %s', (id) => {
  it('word every rule in both languages, and rest on something in every state', async () => {
    const { scoring } = await runCase(readCase(id));
    const bare: string[] = [];
    let explained = 0;
    for (const explanation of sample(scoring)) {
      explained += 1;
      const { rule, title, node, subject, period } = explanation;
      if (rule.zh === '' || rule.en === '') bare.push(`${period} ${subject} ${node}: no rule in words`);
      if (title.zh === '' || title.en === '') bare.push(`${period} ${subject} ${node}: no title`);
      if (!restsOnSomething(explanation)) bare.push(`${period} ${subject} ${node}: rests on nothing`);
    }
    expect(explained).toBeGreaterThan(0);
    expect(bare).toEqual([]);
  });

  it('call everything by a title, hidden figures and parameters too', () => {
    const { scheme } = loadScheme(schemeText(id));
    if (scheme === null) throw new Error(`The scheme ${id} cannot be computed.`);
    const shown = [
      ...scheme.inputs.map(({ item, title }) => [item, title.zh]),
      ...scheme.parameters.map(({ name, title }) => [name, title.zh]),
      ...scheme.plan.nodes.flatMap(({ label }) => (label?.figure ? [[label.figure.id, label.title.zh]] : [])),
    ];
    // What runs over the items that the data hold is called as they are: nobody else has named them.
    const untitled = shown.filter(([name, title]) => name === title && name?.includes('*') !== true);
    expect(untitled.map(([name]) => name)).toEqual([]);
  });
});

/** A missing figure says so; any other shows a calculation, steps, data or figures, or counts who takes part. */
function restsOnSomething({ arithmetic, steps, inputs, figures, state, figure, rule }: Explanation): boolean {
  if (figure.state !== 'value') return state !== null;
  if (rule.en === figure.text) return true; // a rule that is a constant
  const shown = steps.length + inputs.length + figures.length + arithmetic.length;
  return shown > 0 || /^\d+$/.test(figure.text);
}

function* sample({ scored, explain }: Scoring): Generator<Explanation> {
  for (const { description, keys, figures } of scored.parts) {
    for (const [node, column] of figures) {
      const seen = new Map<string, number>();
      let taken = 0;
      for (const [at, figure] of column.entries()) {
        const key = keys[at];
        const subject = scored.subjects[key?.subject ?? -1]?.subject;
        if (figure === null || key === undefined || subject === undefined) continue;
        const likeness = likenessOf(figure);
        const alike = seen.get(likeness) ?? 0;
        if (alike >= MOST_ALIKE || taken >= MOST_OF_NODE) continue;
        seen.set(likeness, alike + 1);
        taken += 1;
        yield explain({ part: description.id, period: key.period, subject, node });
      }
    }
  }
}

/** Numbers are alike; words, and states, are each their own. */
function likenessOf({ state, number, text }: Figure): string {
  return number === null ? `${state} ${text}` : state;
}
