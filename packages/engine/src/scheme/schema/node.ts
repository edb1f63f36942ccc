import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { ROUNDING_MODES } from '../../number/rounding.ts';
import { AmountSchema, ClauseSchema, FormulaSchema, LiteralSchema, TitleSchema, WordsSchema } from './common.ts';

const optional = Type.Optional;

const UnlessSchema = Type.Object(
  {
    if: FormulaSchema,
    is: optional(LiteralSchema),
    use: optional(FormulaSchema),
    title: optional(TitleSchema),
    clause: optional(ClauseSchema),
  },
  { additionalProperties: false, description: 'A condition that sets the rule aside, and what stands in its place.' },
);

const RoundSchema = Type.Union(
  [
    Type.Integer(),
    Type.Object(
      { places: Type.Integer(), mode: optional(Type.Enum([...ROUNDING_MODES])) },
      { additionalProperties: false },
    ),
    Type.Object(
      { significant: Type.Integer({ minimum: 1, description: 'Digits that count, wherever the point stands.' }) },
      { additionalProperties: false },
    ),
  ],
  { description: 'Decimals to round to, half up unless a mode is given; or digits that count.' },
);

/** Keys that every node of a scheme may have, whatever its rule. */
export const NODE_KEYS = {
  id: Type.String({ pattern: '^[^\\s#]+$', description: 'Stable id of the figure in data and results.' }),
  title: optional(TitleSchema),
  clause: optional(ClauseSchema),
  unit: optional(Type.String({ description: 'Unit of the figure.' })),
  note: optional(Type.String({ description: 'A remark for the readers of the scheme; computes nothing.' })),
  scale: optional(
    Type.String({
      description: 'The scale that its words stand on: says which is better, and lets the checker compare.',
    }),
  ),
  max: optional(AmountSchema),
  weight: optional(Type.Union([Type.Number(), Type.String()], { description: 'Share in the parent: 25, 20% or 1/3.' })),
  'exists if': optional(
    Type.String({ minLength: 1, description: 'Where this does not hold there is no such node, and none below it.' }),
  ),
  'only if': optional(FormulaSchema),
  'missing if': optional(FormulaSchema),
  unless: optional(Type.Union([UnlessSchema, Type.Array(UnlessSchema)])),
  'if unset': optional(LiteralSchema),
  'if missing': optional(LiteralSchema),
  'if not applicable': optional(LiteralSchema),
  'if dividing by zero': optional(LiteralSchema),
  'incomplete if': optional(
    Type.String({ minLength: 1, description: 'Where this holds the figure stands, but the subject is not complete.' }),
  ),
  strict: optional(
    Type.Boolean({
      description:
        'Missing or NA as soon as an input is; default: true for indicators and adjustments, false for results.',
    }),
  ),
  needs: optional(
    Type.Unsafe<Static<typeof WordsSchema>>({
      ...WordsSchema,
      description: 'Further inputs that must be given: missing or NA where one of them is. A * stands for a family.',
    }),
  ),
  'at most': optional(AmountSchema),
  'at least': optional(AmountSchema),
  'may go below 0': optional(Type.Boolean()),
  'may exceed max': optional(Type.Boolean()),
  round: optional(RoundSchema),
  'written if': optional(FormulaSchema),
  optional: optional(Type.Boolean({ description: 'true: the subject is complete without this figure.' })),
  hidden: optional(Type.Boolean({ description: 'true: a helper that is not among the results.' })),
} as const satisfies Record<string, TSchema>;

const NodeKeys = Type.Object(NODE_KEYS);
export type NodeKeys = Static<typeof NodeKeys>;

/** A node as it stands in the file: the common keys, one rule, and children. */
export interface SchemeNode extends NodeKeys {
  readonly items?: readonly SchemeNode[];
  /** The rule: exactly one key of the rule registry. */
  readonly [rule: string]: unknown;
}
