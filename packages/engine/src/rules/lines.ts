import Type from 'typebox';
import type { Static } from 'typebox';
import { lineText } from '../locale/line-texts.ts';
import { registerTexts } from '../locale/register-texts.ts';
import { ruleTexts } from '../locale/rule-texts.ts';
import { inputTexts } from '../locale/input-texts.ts';
import { schemeTexts } from '../locale/scheme-texts.ts';
import { stepTexts } from '../locale/step-texts.ts';
import { Fraction } from '../number/fraction.ts';
import { MISSING, NOT_APPLICABLE } from '../plan/cell.ts';
import type { NodeId, RowFrame } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { SchemePath } from '../scheme/finding.ts';
import {
  AmountSchema,
  ClauseSchema,
  FormulaSchema,
  TitleSchema,
  WordsSchema,
  asList,
} from '../scheme/schema/common.ts';
import { localText } from '../scheme/texts.ts';
import { BandRowSchema, compileBands } from './band-rows.ts';
import type { DescribeContext, RowReading, RuleContext } from './rule.ts';

const optional = Type.Optional;

/** A line of marks to add or take off: what happened, how it is counted, how much it is worth. */
const LineSchema = Type.Object(
  {
    each: optional(Type.String({ description: 'Event item: its values times the marks.' })),
    once: optional(Type.String({ description: 'Event item: the marks once, however many rows there are.' })),
    row: optional(Type.String({ description: 'Event item: marks for every row, by its value.' })),
    from: optional(Type.String({ description: 'Register: the marks of its rows.' })),
    items: optional(WordsSchema),
    times: optional(AmountSchema),
    plus: optional(
      Type.Union([Type.Number(), Type.String({ minLength: 1 })], {
        description: 'With row: added to the marks of every row, after `times`.',
      }),
    ),
    per: optional(AmountSchema),
    of: optional(FormulaSchema),
    prorated: optional(Type.Boolean({ description: 'With per: parts of a step count as well.' })),
    begun: optional(Type.Boolean({ description: 'With per: a step that has begun counts as a whole one.' })),
    if: optional(FormulaSchema),
    marks: optional(AmountSchema),
    by: optional(
      Type.Record(Type.String(), AmountSchema, {
        description: 'Marks by category. Rows of other categories are passed over.',
      }),
    ),
    categories: optional(WordsSchema),
    where: optional(FormulaSchema),
    bands: optional(Type.Array(BandRowSchema, { description: 'With row: marks by the value of the row.' })),
    'at most': optional(AmountSchema),
    title: optional(TitleSchema),
    clause: optional(ClauseSchema),
  },
  { additionalProperties: false },
);
export type Line = Static<typeof LineSchema>;

export const LinesSchema = Type.Array(LineSchema, { minItems: 1 });

/** What `NA: pass over` says of the lines of a rule. */
export const PassOverSchema = Type.Enum(['pass over'], {
  description: 'A line that would be NA is worth nothing and needs none of its other inputs.',
});

/**
 * Compiles lines to one column each: the marks that the line is worth. Steps never count below 0; rows may.
 * `passOver`: the inputs of a line guard that line alone, and where one does not apply the line is worth nothing.
 */
export function compileLines(
  lines: readonly Line[],
  context: RuleContext,
  path: SchemePath,
  passOver = false,
): NodeId[] {
  return lines.flatMap((line, number) => {
    const at = [...path, number];
    if (!passOver) return steps(worth(line, context, at), line, context, at);
    return steps(passedOver(line, context, at), line, context, at);
  });
}

/** Marks of a line, or of each of its categories, and the limit of all of them. */
interface Worth {
  readonly parts: readonly { readonly marks: NodeId; readonly title: LocalText }[];
  readonly limit: NodeId | null;
}

/**
 * A line that is worth nothing where it would be NA, by its marks, its limit or, in a node with a guard, an input that it
 * reads, and that needs nothing else there. Where it lacks an input otherwise, the whole node does.
 */
function passedOver(line: Line, context: RuleContext, path: SchemePath): Worth {
  const { plan } = context;
  const part = context.apart();
  const { parts, limit } = worth(line, part.context, path);
  const columns = [...parts.map(({ marks }) => marks), ...(limit === null ? [] : [limit])];
  const nothing = zero(context);
  // Of several columns the state alone matters: the strongest of theirs.
  const whole = columns.length === 1 ? (columns[0] as NodeId) : plan.arithmetic('smallest', ...columns);
  const lacking = part.guarded(nothing);
  const hasInputs = lacking !== nothing;
  if (hasInputs) {
    const missing = plan.select(plan.is('na', whole), nothing, plan.constant(context.frame, MISSING));
    context.need(plan.select(plan.is('missing', lacking), missing, nothing));
  }
  const counted = (marks: NodeId): NodeId => {
    const guarded = part.guarded(marks);
    const isOne = guarded === marks && columns.length === 1;
    const notApplicable = plan.constant(context.frame, NOT_APPLICABLE);
    const settled = isOne ? guarded : plan.select(plan.is('na', whole), notApplicable, guarded);
    return plan.replace(['na'], settled, nothing);
  };
  return {
    parts: parts.map(({ marks, title }) => ({ marks: counted(marks), title })),
    limit: limit === null ? null : counted(limit),
  };
}

/** A line as steps of the explanation: one for each of its categories, unless they share a limit. */
function steps({ parts, limit }: Worth, line: Line, context: RuleContext, path: SchemePath): NodeId[] {
  const own = localText(line.title, '');
  const options = { clause: line.clause ?? '' };
  const all = parts.map(({ marks, title }) => context.step(marks, own.zh === '' ? title : own, options));
  if (limit === null) return all;
  const sum = all.reduce((a, b) => context.plan.arithmetic('add', a, b));
  const cut = context.place('limit', context.plan.arithmetic('smallest', sum, limit), [...path, 'at most']);
  return [context.step(cut, stepTexts.atMost, { ...options, kind: 'limit' })];
}

function worth(line: Line, context: RuleContext, path: SchemePath): Worth {
  refuseUnusedKeys(line, context, path);
  const gate = gateOf(line, context, path);
  const one = (column: NodeId, title: LocalText): Worth => ({
    parts: [{ marks: gated(capped(column, line, context, path), gate, context), title }],
    limit: null,
  });
  if (line.from !== undefined) return one(ofRegister(line, context, path), context.register(line.from, []).title);
  if (line.per !== undefined)
    return one(perStep(line, context, path), ruleTexts.perStep(context.wording(String(line.per)), line));
  const item = line.each ?? line.once ?? line.row;
  if (item !== undefined) {
    const rows = context.rows(item, [...path, keyOf(line)]);
    if (!HAVE_ROWS.has(rows.declaration.kind)) {
      const message = inputTexts.wrongInputKind(item, rows.declaration.kind, 'event, rating');
      return context.fail('input.kind', message, inputTexts.changeInputKind, [...path, keyOf(line)]);
    }
    context.requireCategories(item, asList(line.categories), [...path, 'categories']);
    context.requireCategories(item, Object.keys(line.by ?? {}), [...path, 'by']);
    const rowsMask = mask(line, rows, context, path);
    if (line.by === undefined) {
      return line.row !== undefined
        ? one(sumOfRows(rows, rowsMask, marksOfRow(line, rows, context, path), context), rows.declaration.title)
        : one(counted(line, rows, rowsMask, amountOf(line, context, path), context), rows.declaration.title);
    }
    const parts = Object.entries(line.by).map(([category, marks]) => {
      const chosen = both(categoryIs(rows, category, context), rowsMask, context);
      const at = [...path, 'by', category];
      const column =
        line.row !== undefined
          ? sumOfRows(
              rows,
              chosen,
              adjusted(context.rowFormula(String(marks), rows, at), line, rows, context, path),
              context,
            )
          : counted(line, rows, chosen, context.amount(marks, at), context);
      const title = stepTexts.itemCategory(rows.declaration.title, context.categoryTitle(item, category));
      return { marks: gated(column, gate, context), title };
    });
    const limit = line['at most'] === undefined ? null : context.amount(line['at most'], [...path, 'at most']);
    return { parts, limit: limit === null ? null : gated(limit, gate, context) };
  }
  return one(amountOf(line, context, path), line.if === undefined ? ruleTexts.fixedMarks : context.wording(line.if));
}

/** Kinds of inputs that have many rows, as against one value that may be missing. */
const HAVE_ROWS: ReadonlySet<string> = new Set(['event', 'rating']);

const ALWAYS_USED = ['if', 'at most', 'title', 'clause'] as const;
const USED_BY = {
  from: ['from', 'items', 'categories', 'marks', 'where', 'times'],
  per: ['per', 'of', 'prorated', 'begun', 'marks'],
  row: ['row', 'by', 'bands', 'marks', 'times', 'plus', 'categories', 'where'],
  each: ['each', 'by', 'marks', 'categories', 'where'],
  once: ['once', 'by', 'marks', 'categories', 'where'],
  marks: ['marks'],
} as const;

/** A key that this line would pass over in silence is a mistake: `once` beside `each`, `marks` beside `by`. */
function refuseUnusedKeys(line: Line, context: RuleContext, path: SchemePath): void {
  const kind = (['from', 'per', 'row', 'each', 'once'] as const).find((key) => line[key] !== undefined) ?? 'marks';
  const used: readonly string[] = [...USED_BY[kind], ...ALWAYS_USED];
  const [first, second] =
    (
      [
        ['by', 'bands', 'marks'],
        ['prorated', 'begun'],
      ] as const
    )
      .map((keys) => keys.filter((key) => line[key] !== undefined))
      .find((keys) => keys.length > 1) ?? [];
  const unused = Object.keys(line).find((key) => !used.includes(key)) ?? second;
  if (unused === undefined) return;
  const beside = unused === second ? (first ?? kind) : kind;
  context.fail('line.unused-key', schemeTexts.unusedKey(unused, beside), schemeTexts.removeKey(unused), path);
}

/** The condition under which a line counts; `null`: always. */
function gateOf(line: Line, context: RuleContext, path: SchemePath): NodeId | null {
  if (line.if === undefined) return null;
  const options = { kind: 'condition', clause: line.clause ?? '' } as const;
  return context.step(context.condition(line.if, [...path, 'if']), context.wording(line.if), options);
}

function gated(marks: NodeId, gate: NodeId | null, context: RuleContext): NodeId {
  return gate === null ? marks : context.plan.select(gate, marks, zero(context));
}

function keyOf(line: Line): string {
  return line.each !== undefined ? 'each' : line.once !== undefined ? 'once' : 'row';
}

function zero({ plan, frame }: RuleContext): NodeId {
  return plan.number(frame, Fraction.ZERO);
}

function amountOf(line: Line, context: RuleContext, path: SchemePath): NodeId {
  if (line.marks === undefined)
    return context.fail('line.no-marks', schemeTexts.missingKey('marks'), schemeTexts.addKey('marks'), path);
  return context.amount(line.marks, [...path, 'marks']);
}

/** `each`: values × marks. `once`: the marks if there is any row. */
function counted(line: Line, rows: RowReading, chosen: NodeId | null, marks: NodeId, context: RuleContext): NodeId {
  const { plan } = context;
  if (line.each !== undefined) return plan.arithmetic('multiply', rows.draw('sum', rows.values, chosen), marks);
  const happened = plan.compare('>', rows.draw('count', rows.values, chosen), zero(context));
  return plan.select(happened, marks, zero(context));
}

/** The marks of the rows of a register that count, or a formula over them, times a factor. */
function ofRegister(line: Line, context: RuleContext, path: SchemePath): NodeId {
  const { plan } = context;
  const { rows } = context.register(line.from ?? '', [...path, 'from']);
  const items = asList(line.items);
  const item = plan.field(rows.rows, 'item');
  const known = (plan.frame(rows.rows) as RowFrame).items;
  const unknown = items.find((name) => !known.includes(name));
  if (unknown !== undefined)
    context.fail('input.unknown', inputTexts.unknownInput(unknown), inputTexts.declareInput(unknown, ''), [
      ...path,
      'items',
    ]);
  const ofItems =
    items.length === 0
      ? null
      : context.step(
          plan.logic(
            'or',
            items.map((name) => plan.compare('=', item, plan.constant(rows.rows, name))),
          ),
          registerTexts.otherItem,
          { kind: 'condition' },
        );
  const { marks: formula } = line;
  const worth = formula === undefined ? rows.values : context.rowFormula(String(formula), rows, [...path, 'marks']);
  const marks = sumOfRows(rows, both(ofItems, mask(line, rows, context, path), context), worth, context);
  return line.times === undefined
    ? marks
    : plan.arithmetic('multiply', marks, context.amount(line.times, [...path, 'times']));
}

/** Marks for whole steps of an amount; nothing when it is not above 0. */
function perStep(line: Line, context: RuleContext, path: SchemePath): NodeId {
  const { plan } = context;
  if (line.of === undefined)
    return context.fail('line.no-of', schemeTexts.missingKey('of'), schemeTexts.addKey('of'), path);
  const steps = plan.arithmetic(
    'divide',
    context.numeric(line.of, [...path, 'of']),
    context.amount(line.per ?? 1, [...path, 'per']),
  );
  const whole = line.prorated === true ? steps : line.begun === true ? plan.ceiling(steps) : plan.floor(steps);
  const counted = context.step(plan.arithmetic('largest', whole, zero(context)), stepTexts.notBelowZero, {
    kind: 'limit',
  });
  return plan.arithmetic('multiply', counted, amountOf(line, context, path));
}

/**
 * The marks of the rows, added up. A row whose own fields say nothing is left out. Where a row has no marks because a
 * figure of the subject is missing or does not apply, so has the line: left out, it would pass for a row worth nothing.
 */
function sumOfRows(rows: RowReading, chosen: NodeId | null, marks: NodeId, context: RuleContext): NodeId {
  const { plan, frame } = context;
  const sum = rows.draw('sum', marks, chosen);
  const brought = [...cellColumns(marks, context)].filter((column) => canLack(column, context));
  const withState = (state: 'missing' | 'na', otherwise: NodeId): NodeId => {
    const isOwed = plan.logic('and', [plan.is(state, marks), plan.is('given', rows.values)]);
    const isInRow = rows.draw('any', isOwed, chosen);
    const isInCell = plan.logic(
      'or',
      brought.map((column) => plan.is(state, column)),
    );
    const lacking = plan.constant(frame, state === 'na' ? NOT_APPLICABLE : MISSING);
    return plan.select(plan.logic('and', [isInCell, isInRow]), lacking, otherwise);
  };
  return brought.length === 0 ? sum : withState('na', withState('missing', sum));
}

/** The columns of the cell that a column of its rows is made from. */
function cellColumns(column: NodeId, context: RuleContext, found = new Set<NodeId>()): ReadonlySet<NodeId> {
  const { operation, inputs } = context.plan.node(column);
  if (operation.kind === 'of cell') return found.add(inputs[0] as NodeId);
  if (operation.kind !== 'gather') for (const input of inputs) cellColumns(input, context, found);
  return found;
}

/** Whether a column can be missing or NA: constants and settings cannot. */
function canLack(column: NodeId, context: RuleContext): boolean {
  const { operation, inputs } = context.plan.node(column);
  if (operation.kind === 'same') return canLack(inputs[0] as NodeId, context);
  return operation.kind !== 'constant' && operation.kind !== 'parameter';
}

/** Marks of each row: by bands of its value, or by a formula over its fields. */
function marksOfRow(line: Line, rows: RowReading, context: RuleContext, path: SchemePath): NodeId {
  const marks =
    line.bands === undefined
      ? context.rowFormula(String(line.marks ?? 'value'), rows, [...path, 'marks'])
      : compileBands(line.bands, rows.values, context, [...path, 'bands']);
  return adjusted(marks, line, rows, context, path);
}

/** Marks of each row × `times` + `plus`. */
function adjusted(marks: NodeId, line: Line, rows: RowReading, context: RuleContext, path: SchemePath): NodeId {
  const { plan } = context;
  const { times, plus } = line;
  const product =
    times === undefined
      ? marks
      : plan.arithmetic('multiply', marks, context.rowFormula(String(times), rows, [...path, 'times']));
  return plus === undefined
    ? product
    : plan.arithmetic('add', product, context.rowFormula(String(plus), rows, [...path, 'plus']));
}

function mask(line: Line, rows: RowReading, context: RuleContext, path: SchemePath): NodeId | null {
  const categories = asList(line.categories);
  const { plan } = context;
  const inCategories =
    categories.length === 0
      ? null
      : plan.logic(
          'or',
          categories.map((word) => categoryIs(rows, word, context)),
        );
  const where = line.where === undefined ? null : context.rowCondition(line.where, rows, [...path, 'where']);
  return both(both(isCast(rows, context), inCategories, context), where, context);
}

/** Ballots of NA do not count, whatever a line makes of the others; events of NA are no rows at all. */
function isCast({ declaration, values }: RowReading, context: RuleContext): NodeId | null {
  if (declaration.kind !== 'rating') return null;
  return context.step(context.plan.is('given', values), stepTexts.ballotOfNA, { kind: 'condition' });
}

function both(a: NodeId | null, b: NodeId | null, { plan }: RuleContext): NodeId | null {
  if (a === null || b === null) return a ?? b;
  return plan.logic('and', [a, b]);
}

function categoryIs(rows: RowReading, word: string, { plan }: RuleContext): NodeId {
  return plan.compare('=', plan.field(rows.rows, 'category'), plan.constant(rows.rows, word));
}

function capped(column: NodeId, line: Line, context: RuleContext, path: SchemePath): NodeId {
  const limit = line['at most'];
  if (limit === undefined) return column;
  const cut = context.plan.arithmetic('smallest', column, context.amount(limit, [...path, 'at most']));
  return context.place('limit', cut, [...path, 'at most']);
}

/** The lines in words, one sentence each. */
export function describeLines(lines: readonly Line[], context: DescribeContext, passOver = false): LocalText[] {
  const texts = lines.map((line) => lineText(line, context));
  return passOver ? [...texts, ruleTexts.passOver] : texts;
}
