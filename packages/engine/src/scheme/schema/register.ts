import Type from 'typebox';
import type { Static } from 'typebox';
import { AmountSchema, FormulaSchema, TitleSchema, WordsSchema } from './common.ts';

const optional = Type.Optional;
const closed = { additionalProperties: false } as const;

const chosen = {
  categories: optional(WordsSchema),
  where: optional(FormulaSchema),
} as const;

const byCategory = Type.Record(Type.String(), AmountSchema, {
  description: 'Marks by category. Rows of other categories are not in the register.',
});

/** What one row of an item is worth in a register. */
const RegisterRowSchema = Type.Union(
  [
    Type.Object(
      { each: Type.String({ description: 'Item: its value times the marks.' }), marks: AmountSchema, ...chosen },
      closed,
    ),
    Type.Object({ each: Type.String(), by: byCategory, where: optional(FormulaSchema) }, closed),
    Type.Object(
      {
        row: Type.String({ description: 'Item: marks for every row.' }),
        marks: optional(AmountSchema),
        times: optional(AmountSchema),
        plus: optional(AmountSchema),
        ...chosen,
      },
      closed,
    ),
    Type.Object(
      {
        row: Type.String(),
        by: byCategory,
        times: optional(AmountSchema),
        plus: optional(AmountSchema),
        where: optional(FormulaSchema),
      },
      closed,
    ),
  ],
  { description: 'A line: rows of an item, and what one of them is worth.' },
);
export type RegisterRow = Static<typeof RegisterRowSchema>;

const FieldsSchema = Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })]);

const KeepSchema = Type.Enum(['highest', 'lowest', 'first', 'last', 'together']);

/** A register: a named list of rows. */
export const RegisterSchema = Type.Object(
  {
    title: optional(TitleSchema),
    clause: optional(Type.String()),
    note: optional(Type.String()),
    rows: optional(
      Type.Array(RegisterRowSchema, { minItems: 1, description: 'Which rows, and what one of them is worth.' }),
    ),
    of: optional(WordsSchema),
    'members of': optional(Type.String({ description: 'Rows of the members in this part, instead of the own ones.' })),
    'naming me': optional(
      Type.Boolean({ description: 'true: rows of anybody whose matter is the id of this subject.' }),
    ),
    'all rows': optional(Type.Boolean({ description: 'true: rows of events of 0 and NA too.' })),
    where: optional(FormulaSchema),
    'counts in': optional(FormulaSchema),
    'look at': optional(
      Type.String({
        pattern: '^(period|year|year to date|recent [1-9]\\d?|all so far|earlier)$',
        description: 'Which periods: period (default), year, year to date, recent 3, all so far, earlier.',
      }),
    ),
    'once per': optional(FieldsSchema),
    keep: optional(Type.Union([KeepSchema, Type.Array(KeepSchema, { minItems: 1 })])),
    order: optional(FieldsSchema),
    'number per': optional(FieldsSchema),
    fields: optional(
      Type.Record(Type.String(), FormulaSchema, { description: 'Further columns: a formula over the row each.' }),
    ),
  },
  { ...closed, description: 'A named list of rows that rules and formulas use like an event input.' },
);
export type SchemeRegister = Static<typeof RegisterSchema>;
