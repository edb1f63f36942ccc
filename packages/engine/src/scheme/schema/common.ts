import Type from 'typebox';
import type { Static } from 'typebox';

/** Leaves room for an English title: `title: 社会稳定` or `title: { zh: 社会稳定, en: Public order }`. */
export const TitleSchema = Type.Union(
  [
    Type.String(),
    Type.Object({ zh: Type.String(), en: Type.Optional(Type.String()) }, { additionalProperties: false }),
  ],
  { description: 'What it is called. A text, or one per language: { zh: …, en: … }.' },
);
export type Title = Static<typeof TitleSchema>;

/** A formula in the FEEL subset of docs/formula.md. */
export const FormulaSchema = Type.String({ minLength: 1, description: 'A formula; see docs/formula.md.' });

/** An exact number: `0.5`, `30%` or `1/3`. */
export const ExactSchema = Type.Union([Type.Number(), Type.String({ pattern: '^[+-]?\\d+(\\.\\d+)?(%|/\\d+)?$' })], {
  description: 'An exact number: 0.5, 30% or 1/3.',
});
export type Exact = Static<typeof ExactSchema>;

/** A number, or a formula that gives one. */
export const AmountSchema = Type.Union([Type.Number(), Type.String({ minLength: 1 })], {
  description: 'A number, or a formula that gives one.',
});
export type Amount = Static<typeof AmountSchema>;

/** A fixed result: a number, a word, yes or no. `NA` stands for "does not apply". */
export const LiteralSchema = Type.Union([Type.Number(), Type.String(), Type.Boolean()], {
  description: 'A number, a word, true or false; NA stands for "does not apply".',
});
export type Literal = Static<typeof LiteralSchema>;

export const ClauseSchema = Type.String({ description: 'Where the rule stands in the official document.' });

export const WordsSchema = Type.Union([Type.String(), Type.Array(Type.String())]);

/** One word or several, as a list. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
