import Type from 'typebox';
import { Value } from 'typebox/value';

import { sheetMapping } from '../io/mapping/mapping-schema.ts';
import { workspaceTexts } from '../locale/workspace-texts.ts';
import { WorkspaceError } from '../store/workspace-error.ts';
import { contentAfter, JournalFault, type JournalEntry } from './change.ts';

// The shape of a journal that comes from outside. A change of an unknown kind, or with keys of another version, is
// refused: to skip it would give another state than the one that was kept.

const closed = { additionalProperties: false } as const;
const text = Type.String();

const scheme = Type.Union([Type.Object({ builtIn: text }, closed), Type.Object({ name: text, text }, closed)]);

const file = Type.Object(
  { name: text, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }), bytes: Type.Integer({ minimum: 0 }) },
  closed,
);

const amendment = Type.Object(
  {
    file: text,
    sheet: text,
    row: Type.Integer({ minimum: 1 }),
    column: Type.String({ pattern: '^[A-Z]{0,3}$' }),
    text,
  },
  closed,
);

const record = Type.Object(
  {
    id: text,
    time: text,
    files: Type.Array(file),
    withoutRefused: Type.Boolean(),
    mappings: Type.Optional(Type.Array(sheetMapping)),
    amendments: Type.Optional(Type.Array(amendment)),
  },
  closed,
);

const observation = { period: text, subject: text, item: text } as const;

const correction = Type.Object(
  {
    id: text,
    time: text,
    ...observation,
    category: text,
    rater: text,
    matter: text,
    date: text,
    before: text,
    after: text,
    reason: text,
  },
  closed,
);

const choice = Type.Object({ ...observation, rater: text, column: text, import: text, reason: text }, closed);

const choiceForMany = Type.Object(
  { import: text, reason: text, places: Type.Array(Type.Tuple([text, text, text, text, text])) },
  closed,
);

const parameters = Type.Record(text, text);

// Open on purpose in what a look may hold: a field more changes no figure, and a page passes over it.
const view = Type.Object({ id: text, name: text, look: Type.Record(text, text) }, closed);

const change = Type.Union([
  Type.Object({ kind: Type.Literal('scheme'), scheme }, closed),
  Type.Object({ kind: Type.Literal('sample'), scheme }, closed),
  Type.Object({ kind: Type.Literal('import'), import: record, replace: Type.Boolean() }, closed),
  Type.Object({ kind: Type.Literal('remove import'), import: text }, closed),
  Type.Object({ kind: Type.Literal('amend import'), import: text, amendments: Type.Array(amendment) }, closed),
  Type.Object({ kind: Type.Literal('parameters'), parameters }, closed),
  Type.Object({ kind: Type.Literal('correct'), correction }, closed),
  Type.Object({ kind: Type.Literal('withdraw correction'), correction: text }, closed),
  Type.Object({ kind: Type.Literal('choose'), choice }, closed),
  Type.Object({ kind: Type.Literal('choose for many'), choice: choiceForMany }, closed),
  Type.Object({ kind: Type.Literal('save view'), view }, closed),
  Type.Object({ kind: Type.Literal('remove view'), view: text }, closed),
  Type.Object({ kind: Type.Literal('return'), to: Type.Integer({ minimum: 0 }) }, closed),
]);

const entry = Type.Object({ number: Type.Integer({ minimum: 1 }), time: text, reason: text, change }, closed);

/** A journal read from a file. Throws `JournalFault` with the number of the entry that cannot be understood. */
function readJournal(value: unknown): readonly JournalEntry[] {
  if (!Array.isArray(value)) throw new JournalFault(1, 'the journal is no list');
  value.forEach((candidate, at) => {
    if (!Value.Check(entry, candidate)) throw new JournalFault(at + 1, 'this change is not known');
  });
  return value as JournalEntry[];
}

/** A journal that gives a state, in words for the user where it does not: rejects with `keep.damaged`. */
export function checkedJournal(value: unknown): readonly JournalEntry[] {
  try {
    const journal = readJournal(value);
    contentAfter(journal);
    return journal;
  } catch (error) {
    if (!(error instanceof JournalFault)) throw error;
    throw new WorkspaceError('keep.damaged', workspaceTexts.badJournal(error.number));
  }
}
