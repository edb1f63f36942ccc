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
      'unit',
      'category',
      'rater',
      'matter',
      'date',
      'note',
    ] as const
  ).map((kind) => Type.Literal(kind)),
);

const inCommon = {
  period: Type.Optional(text),
  category: Type.Optional(text),
  rater: Type.Optional(text),
  word: Type.Optional(text),
};

const means = Type.Union([
  Type.Object({ kind: field }, closed),
  Type.Object({ kind: Type.Literal('subject'), by: Type.Union([Type.Literal('id'), Type.Literal('name')]) }, closed),
  Type.Object({ kind: Type.Literal('attribute'), name: text }, closed),
  Type.Object({ kind: Type.Literal('figure'), item: text, ...inCommon }, closed),
  Type.Object({ kind: Type.Literal('of-subject'), subject: text, item: Type.Optional(text), ...inCommon }, closed),
]);

const column = Type.Object(
  {
    column: row,
    title: text,
    means,
    words: Type.Optional(words),
    factor: Type.Optional(decimal),
    empty: Type.Optional(text),
    open: Type.Optional(Type.Literal(true)),
    fractions: Type.Optional(
      Type.Object(
        {
          upTo: decimal,
          are: Type.Union((['open', 'shares', 'percent'] as const).map((are) => Type.Literal(are))),
        },
        closed,
      ),
    ),
  },
  closed,
);

const end = Type.Union([row, Type.Null()]);
const area = Type.Object({ top: row, bottom: end, left: row, right: end }, closed);

export const sheetMapping = Type.Object(
  {
    file: text,
    sheet: text,
    copy: Type.Optional(Type.Integer({ minimum: 1 })),
    area: Type.Optional(area),
    fingerprint: text,
    role: Type.Union((['subjects', 'long', 'wide', 'own', 'ignore'] as const).map((role) => Type.Literal(role))),
    header: Type.Object({ first: row, last: row }, closed),
    data: Type.Object({ first: row, last: end }, closed),
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
    namedWith: Type.Optional(row),
    units: Type.Optional(Type.Array(text)),
    withoutHiddenRows: Type.Optional(Type.Literal(true)),
    alsoSubjects: Type.Optional(Type.Boolean()),
    notApplicable: Type.Array(text),
    subjects: words,
  },
  closed,
);
