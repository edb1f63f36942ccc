import type { Dataset } from '../../data/dataset.ts';
import type { Figure } from '../../reader/figure.ts';
import { loadScheme } from '../../scheme/load-scheme.ts';
import { ScoreError } from '../../score/score-error.ts';
import { scoreDataset } from '../../score/score-dataset.ts';
import type { Json } from '../oracle/document.ts';
import { mapOf } from '../oracle/document.ts';
import { Oracle } from '../oracle/oracle.ts';
import { Fault, shown } from '../oracle/value.ts';

/** What became of one random scheme. */
export type Outcome =
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'equal'; readonly figures: number }
  | { readonly kind: 'different'; readonly differences: readonly string[] };

/** Scores by engine and oracle, and compares every figure that is written. */
export function compareWithOracle(scheme: Json, data: Dataset): Outcome {
  const { scheme: compiled, findings } = loadScheme(JSON.stringify(scheme));
  if (compiled === null) {
    return { kind: 'refused', why: findings.map(({ code, message }) => `${code}: ${message.en}`).join('\n') };
  }
  const expected = new Map<string, string>();
  const faults = new Map<string, string>();
  const oracle = new Oracle(mapOf(scheme), data);
  const stop = oracle.stops();
  for (const { part, period, subject, node, value } of stop === null ? oracle.figures() : []) {
    expected.set(`${part} ${period} ${subject} ${node}`, shown(value));
    if (value instanceof Fault) faults.set(`${period} ${subject} ${node}`, value.code);
  }
  try {
    const found = engineFigures(scoreDataset(compiled, data));
    const differences: string[] = [];
    for (const key of new Set([...expected.keys(), ...found.keys()])) {
      const [ours, theirs] = [found.get(key) ?? 'not written', expected.get(key) ?? 'not written'];
      if (ours !== theirs) differences.push(`${key}: engine ${ours}, oracle ${theirs}`);
    }
    return differences.length === 0 ? { kind: 'equal', figures: found.size } : { kind: 'different', differences };
  } catch (error) {
    if (!(error instanceof ScoreError)) throw error;
    if (error.code === `score.${stop}`) return { kind: 'stopped' };
    const [code, place] = [error.code.replace('score.', ''), `${error.period} ${error.subject} ${error.node}`];
    // Of several faults in one figure either may come first.
    if (faults.has(place)) return { kind: 'stopped' };
    return {
      kind: 'different',
      differences: [`engine stopped at ${code} ${place}, oracle at ${[...faults].join(', ')}`],
    };
  }
}

function engineFigures({ scored }: ReturnType<typeof scoreDataset>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { description, keys, figures } of scored.parts) {
    for (const [node, column] of figures) {
      column.forEach((figure, at) => {
        const key = keys[at];
        if (figure === null || key === undefined) return;
        found.set(`${description.id} ${key.period} ${scored.subjects[key.subject]?.subject} ${node}`, textOf(figure));
      });
    }
  }
  return found;
}

function textOf({ state, text }: Figure): string {
  return state === 'value' ? text : state === 'na' ? 'NA' : 'missing';
}
