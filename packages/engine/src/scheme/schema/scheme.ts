import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { SCHEME_BODIES } from './bodies.ts';
import { ClauseSchema, ExactSchema, FormulaSchema, LiteralSchema, TitleSchema, WordsSchema } from './common.ts';
import { RegisterSchema } from './register.ts';
import type { SchemeNode } from './node.ts';

const optional = Type.Optional;
const closed = { additionalProperties: false } as const;

/** Words as a list, or with what each is called: `{ city: 到市上访 }`. */
function vocabulary(description: string) {
  const schema = Type.Union([Type.Array(Type.String()), Type.Record(Type.String(), TitleSchema)], {
    description: `${description}: a list of words, or words and what they are called.`,
  });
  return schema;
}

/** A limit of what a row may say. */
const LimitSchema = Type.Union([Type.Number(), Type.String({ minLength: 1 })], {
  description: 'An exact number, or the name of a parameter: where that is not set there is no limit.',
});

export const InputSchema = Type.Object(
  {
    kind: Type.Enum(['number', 'score', 'rating', 'event', 'flag', 'level'], {
      description: 'What a row observes; see docs/data.md.',
    }),
    title: optional(TitleSchema),
    unit: optional(Type.String()),
    from: optional(Type.String({ description: 'Who delivers it.' })),
    words: optional(
      Type.Union([Type.Literal('any'), vocabulary('Vocabulary of the value')], {
        description: 'Vocabulary of the value; any: free words.',
      }),
    ),
    categories: optional(vocabulary('Vocabulary of the category')),
    min: optional(LimitSchema),
    max: optional(LimitSchema),
    NA: optional(
      Type.Union([Type.Boolean(), Type.Literal('overrides')], {
        description:
          'true: NA is provided for. overrides: of events and ratings, one row of NA decides, whatever other rows there are.',
      }),
    ),
    value: optional(
      Type.Enum(['count', 'amount'], {
        description: 'Of events: how many (1 if empty), or an amount that must be given.',
      }),
    ),
    needs: optional(Type.Array(Type.Enum(['date', 'matter', 'category', 'rater']))),
    per: optional(
      Type.Enum(['year', 'half', 'quarter', 'month'], {
        description: 'Kind of period for which it is delivered; default: that of the part.',
      }),
    ),
    'without a row': optional(LiteralSchema),
    'matter names': optional(Type.String({ description: 'Part whose subjects the matter of a row names.' })),
    clause: optional(ClauseSchema),
    note: optional(Type.String()),
  },
  closed,
);
export type SchemeInput = Static<typeof InputSchema>;

export const ParameterObjectSchema = Type.Object(
  {
    value: optional(LiteralSchema),
    from: optional(
      Type.Record(Type.String({ pattern: '^\\d{4}$' }), LiteralSchema, {
        description: 'Values by the year from which they hold.',
      }),
    ),
    title: optional(TitleSchema),
    unit: optional(Type.String()),
    min: optional(ExactSchema),
    max: optional(ExactSchema),
    clause: optional(ClauseSchema),
    kind: optional(Type.Enum(['number', 'word', 'flag'])),
    note: optional(Type.String()),
  },
  closed,
);

const ParameterSchema = Type.Union([LiteralSchema, ParameterObjectSchema], {
  description: 'A setting that the keeper of the scheme can change. Without a value it is unset.',
});
export type SchemeParameter = Static<typeof ParameterSchema>;

const AttributeSchema = Type.Object(
  {
    kind: Type.Enum(['number', 'word', 'flag']),
    title: optional(TitleSchema),
    unit: optional(Type.String()),
    min: optional(ExactSchema),
    max: optional(ExactSchema),
    'if empty': optional(LiteralSchema),
    values: optional(
      Type.Record(Type.String(), TitleSchema, {
        description: 'What words of this column are called. Other words may stand there, too.',
      }),
    ),
  },
  closed,
);
export type SchemeAttribute = Static<typeof AttributeSchema>;

const TakesPartSchema = Type.Object(
  {
    items: optional(Type.Array(Type.String(), { description: 'Only rows of these items make a subject take part.' })),
    given: optional(Type.Boolean({ description: 'true: rows of NA and events of 0 do not make a subject take part.' })),
    'own period only': optional(
      Type.Boolean({ description: 'true: rows of sub-periods do not make a subject take part.' }),
    ),
    'members of': optional(
      Type.Union([Type.String(), Type.Array(Type.String())], {
        description: 'Takes part when a member of one of these parts does; rows of its own do not matter.',
      }),
    ),
    'also members of': optional(
      Type.Union([Type.String(), Type.Array(Type.String())], {
        description: 'Takes part by rows of its own, and when a member of one of these parts does.',
      }),
    ),
    'holders of': optional(
      Type.Union([Type.String(), Type.Array(Type.String())], {
        description:
          'Takes part when a subject of one of these parts to which it belongs does; rows of its own do not matter.',
      }),
    ),
    'only when anybody of': optional(
      Type.Union([Type.String(), Type.Array(Type.String())], {
        description: 'Takes part in no period in which nobody of these parts does.',
      }),
    ),
    'whenever anybody of': optional(
      Type.Union([Type.String(), Type.Array(Type.String())], {
        description: 'Takes part in every period in which anybody of these parts does.',
      }),
    ),
  },
  { ...closed, description: 'Default: a row of its own in the period or one of its sub-periods.' },
);
const CompleteSchema = Type.Union([Type.Literal(false), FormulaSchema], {
  description: 'false: no such result. A formula replaces the usual rule (no indicator of the tree is missing).',
});

/** A way in which subjects of a part belong to those of another. */
const BelongingSchema = Type.Object(
  {
    part: Type.String(),
    by: Type.String({ description: 'The column; everybody: all belong to the only subject of that part.' }),
    equals: optional(Type.String({ description: 'Column of the holder that has the same value.' })),
    list: optional(Type.String({ minLength: 1, description: 'What stands between several ids in one cell.' })),
    then: optional(Type.String({ description: 'Column of the subject named, which names the holder in its turn.' })),
  },
  closed,
);
export type Belonging = Static<typeof BelongingSchema>;

/** Keys of a part; a scheme with one part has them at the top. */
export const PART_KEYS = {
  subjects: optional(
    Type.Union([Type.Literal('ALL'), Type.Record(Type.String(), WordsSchema)], {
      description: 'Who is scored: columns of the subjects table and their values. ALL: one subject for everybody.',
    }),
  ),
  period: Type.Enum(['year', 'half', 'quarter', 'month'], { description: 'Kind of period that is scored.' }),
  'belongs to': optional(
    Type.Union([Type.String(), BelongingSchema, Type.Array(BelongingSchema, { minItems: 1 })], {
      description:
        'Column of the subjects table that names the subject of another part that this one belongs to; or a list of ways, one per part.',
    }),
  ),
  'rank within': optional(Type.String({ description: 'Column whose value parts the rankings; default: group.' })),
  'full marks': optional(Type.Number()),
  'takes part': optional(TakesPartSchema),
  registers: optional(Type.Record(Type.String({ pattern: '^[^\\s#]+$' }), RegisterSchema)),
  complete: optional(CompleteSchema),
} as const satisfies Record<string, TSchema>;

const PartKeys = Type.Object(PART_KEYS);
export type PartKeys = Static<typeof PartKeys>;

/** Adjustments outside the tree: what adds and what takes off, and the two sums. */
export interface SchemeAdjustments {
  readonly bonus?: SchemeNode;
  readonly penalty?: SchemeNode;
  readonly items: readonly SchemeNode[];
}

/** One part of a scheme as it stands in the file. */
export interface SchemePart extends PartKeys {
  readonly part?: string;
  readonly title?: Static<typeof TitleSchema>;
  readonly items?: readonly SchemeNode[];
  readonly adjustments?: SchemeAdjustments;
  readonly results?: readonly SchemeNode[];
}

/** Rows of a table: what `$x` stands for in a template. */
const TableSchema = Type.Array(
  Type.Union([
    Type.Record(Type.String({ pattern: '^[A-Za-z_]\\w*$' }), LiteralSchema),
    Type.String({ description: 'Name of another table, whose rows stand here.' }),
  ]),
  { minItems: 1, description: 'Rows; in a template `$x` stands for the column x.' },
);

/** Items of a family that the data hold: `$item`, and `$x` for what the star stands for. */
const FamilySchema = Type.Object(
  {
    item: Type.String({ pattern: '^[^*]*\\*[^*]*$', description: 'A family of items declared under inputs: `key.*`.' }),
  },
  { additionalProperties: false, description: 'Every item of a family that the data hold.' },
);

const TablesSchema = Type.Record(Type.String(), TableSchema, {
  description: 'Tables that templates (`for each`) run over.',
});

/** What a template runs over: the name of a table, or its rows. */
export const ForEachSchema = Type.Union([Type.String(), TableSchema, FamilySchema], {
  description: 'Written once for every row: the name of a table, its rows, or the items of a family.',
});

/** Words in order: grades, posts, degrees. */
const ScalesSchema = Type.Record(
  Type.String({ pattern: '^[\\p{L}_][\\p{L}\\p{N}_]*$' }),
  Type.Array(Type.String({ minLength: 1 }), { minItems: 2, uniqueItems: true }),
  { description: 'Ordered vocabularies, the best word first, for worst, best, at least, at most, step and place.' },
);

/** Keys at the top of a scheme file. */
export const SCHEME_KEYS = {
  scheme: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', description: 'Id of the scheme.' }),
  title: TitleSchema,
  version: optional(Type.Union([Type.String(), Type.Number()], { description: 'Version of the rules.' })),
  source: optional(Type.String({ description: 'The official document.' })),
  body: optional(
    Type.Enum([...SCHEME_BODIES], {
      description:
        'Kind of body that is appraised, or to which those appraised belong. Computes nothing; lists of schemes are grouped by it.',
    }),
  ),
  outline: optional(
    Type.Array(Type.String(), {
      minItems: 1,
      description:
        'Numbers of the clauses of the document, in its order: 一, 一(一), 一(一)1. Computes nothing; the checker looks for gaps.',
    }),
  ),
  note: optional(Type.String()),
  tables: optional(TablesSchema),
  parameters: optional(Type.Record(Type.String(), ParameterSchema)),
  attributes: optional(Type.Record(Type.String(), AttributeSchema)),
  scales: optional(ScalesSchema),
  'result words': optional(
    Type.Record(Type.String({ minLength: 1 }), TitleSchema, {
      description: 'What words that results give are called, where they are not to be shown as they are written.',
    }),
  ),
  inputs: optional(Type.Record(Type.String(), InputSchema)),
} as const satisfies Record<string, TSchema>;

const SchemeKeys = Type.Object(SCHEME_KEYS);

/** A scheme file after reading: plain data, checked against the JSON Schema, nothing computed yet. */
export interface SchemeFile extends Static<typeof SchemeKeys> {
  readonly parts: readonly SchemePart[];
}
