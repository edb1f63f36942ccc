import type { Json } from '../oracle/document.ts';
import type { Choices } from './choices.ts';
import type { PartNames } from './part-names.ts';
import { RandomFormula } from './random-formula.ts';
import type { Place } from './random-formula.ts';

/** A map that is still being written. */
export type Draft = { [key: string]: Json };

/** A node whose marks the data brings. */
export interface ScoreNode {
  readonly id: string;
  readonly max: number;
}

const MARKS = [0, 0.5, 1, 2, 5, 10, 0.1];
const INPUTS = ['n1', 'n2', 'n3'];

/** What is at hand while a part is written: choices, and the names that stand there already. */
export class PartWriting {
  readonly choices: Choices;
  readonly names: PartNames;
  readonly scores: ScoreNode[];

  constructor(choices: Choices, names: PartNames, scores: ScoreNode[]) {
    this.choices = choices;
    this.names = names;
    this.scores = scores;
  }

  formula(place: Place = 'cell', numbers: readonly string[] = this.names.numbers): RandomFormula {
    const { flags, words, registers, ones, lists } = this.names;
    const named = (own: readonly string[], other: (names: PartNames) => readonly string[]): string[] => [
      ...own,
      ...ones.flatMap((names) => other(names).map((name) => `${names.id}.${name}`)),
    ];
    return new RandomFormula(
      this.choices,
      {
        inputs: INPUTS,
        numbers: named(numbers, (names) => names.numbers),
        flags: named(flags, (names) => names.flags),
        words: named(words, (names) => names.words),
        own: numbers,
        registers,
        lists,
      },
      place,
    );
  }

  /** A number, or a formula that gives one. */
  amount(percentFormula = 15, formula = this.formula()): Json {
    return this.choices.chance(percentFormula) ? formula.number(1) : this.choices.of(MARKS);
  }
}
