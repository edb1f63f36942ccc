import type { InputDeclaration } from '../../scheme/input.ts';
import type { ConflictChoice, Correction } from '../content.ts';
import { applyCorrections } from './apply-corrections.ts';
import { Choices } from './choices.ts';
import { mergeObservations } from './merge-observations.ts';
import { mergeSubjects } from './merge-subjects.ts';
import type { Merged, ReadImport } from './merged.ts';

export interface MergeDecisions {
  readonly choices: readonly ConflictChoice[];
  readonly corrections: readonly Correction[];
}

/**
 * One dataset of several imports, the oldest first, and what users have decided about them. Depends on nothing else, so
 * that an import that is undone leaves no trace.
 */
export function mergeImports(
  imports: readonly ReadImport[],
  inputs: readonly InputDeclaration[],
  { choices, corrections }: MergeDecisions,
): Merged {
  const chosen = new Choices(choices);
  const [only] = imports;
  // A million rows of one file need no looking at: the import has seen to it that they do not contradict each other.
  const merged =
    only !== undefined && imports.length === 1
      ? { observations: only.dataset.observations, shares: [alone(only)], conflicts: [], likenesses: [] }
      : mergeObservations(imports, inputs, chosen);
  const { subjects, conflicts } = mergeSubjects(imports, chosen);
  const dataset = { subjects, observations: merged.observations };
  const { observations, outcomes, supplied } = applyCorrections(dataset, corrections, inputs);
  const all = [...conflicts, ...merged.conflicts];
  return {
    dataset: { subjects, observations },
    report: {
      imports: merged.shares,
      conflicts: [...all.filter(({ choice }) => choice === null), ...all.filter(({ choice }) => choice !== null)],
      likenesses: merged.likenesses,
      corrections: outcomes,
      supplied,
    },
  };
}

function alone({ id, dataset }: ReadImport) {
  const accepted = dataset.observations.length;
  return { id, accepted, counted: accepted, repeated: 0, setAside: 0, alike: 0 };
}
