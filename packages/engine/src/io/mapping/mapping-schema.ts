import Type from 'typebox';

// The shape of mappings that come from outside: from a journal, or from a file that somebody passed on. Closed, as the
// journal is: a key of another version may mean another reading of the figures.

const closed = { additionalProperties: false } as const;
const text = Type.String();
const words = Type.Record(text, text);
const row = Type.Integer({ minimum: 0 });
const decimal = Type.String({ pattern: '^\\d{1,20}(\\.\\d{1,20})?$' });

const field = Type.Union(
  (
    [
      'ignore',
      'name',
      'group',
      'parent',
      'period',
      'item',
      'value',
      'category',
      'rater',
      'matter',
      'date',
      'note',
    ] as const
  ).map((kind) => Type.Literal(kind)),
);

const means = Type.Union([
  Type.Object({ kind: field }, closed),
  Type.Object({ kind: Type.Literal('subject'), by: Type.Union([Type.Literal('id'), Type.Literal('name')]) }, closed),
  Type.Object({ kind: Type.Literal('attribute'), name: text }, closed),
  Type.Object(
    {
      kind: Type.Literal('figure'),
      item: text,
      period: Type.Optional(text),
      category: Type.Optional(text),
      rater: Type.Optional(text),
    },
    closed,
  ),
]);

const column = Type.Object(
  {
    column: row,
    title: text,
    means,
    words: Type.Optional(words),
    factor: Type.Optional(decimal),
    empty: Type.Optional(text),
  },
  closed,
);

export const sheetMapping = Type.Object(
  {
    file: text,
    sheet: text,
    fingerprint: text,
    role: Type.Union((['subjects', 'long', 'wide', 'own', 'ignore'] as const).map((role) => Type.Literal(role))),
    header: Type.Object({ first: row, last: row }, closed),
    data: Type.Object({ first: row, last: Type.Union([row, Type.Null()]) }, closed),
    fixed: Type.Object(
      {
        period: Type.Optional(text),
        item: Type.Optional(text),
        category: Type.Optional(text),
        rater: Type.Optional(text),
      },
      closed,
    ),
    columns: Type.Array(column),
    alsoSubjects: Type.Optional(Type.Boolean()),
    notApplicable: Type.Array(text),
    subjects: words,
  },
  closed,
);
