import type { FormulaScope, Reference } from '../../formula/scope.ts';
import { isFamily } from '../../data/item-pattern.ts';
import { didYouMean } from '../../locale/did-you-mean.ts';
import { inputTexts } from '../../locale/input-texts.ts';
import { partTexts } from '../../locale/part-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { registerTexts } from '../../locale/register-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { suggestName } from '../../formula/suggest.ts';
import type { PlanBuilder } from '../../plan/builder.ts';
import type { Aggregate, FrameId, NodeId, RowPeriods, RowSource } from '../../plan/plan.ts';
import { wordFormula } from '../../locale/formula-words.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { RowReading } from '../../rules/rule.ts';
import type { SchemePath } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { RegisterRow, SchemeRegister } from '../schema/register.ts';
import { relate } from './relate.ts';
import type { CompiledInput } from './inputs.ts';
import type { PartCompiler } from './part-compiler.ts';
import { ROW_FIELDS } from './row-fields.ts';
import { RegisterScope } from './register-scope.ts';
import { both } from './same-rows.ts';
import { isSingle, valueType } from './rows.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';

/** Columns that a register gives its rows besides those of the data. */
const OWN_COLUMNS = ['marks', 'number', 'upto'] as const;
const DEFAULT_ORDER = ['date', 'value', 'matter', 'category'] as const;

/** One register: a list of rows with what each is worth, and which of them count. */
export class Register implements RowReading {
  readonly declaration: CompiledInput;
  readonly rows: FrameId;
  readonly scope: FormulaScope;
  readonly definition: SchemeRegister;
  /** Part whose subjects the matter of every row names; `null`: there is none. */
  readonly named: string | null;
  readonly #part: PartCompiler;
  readonly #name: string;
  readonly #path: SchemePath;
  readonly #lines: readonly RegisterRow[];
  readonly #columns = new Map<string, NodeId | null>();
  readonly #underWay: string[] = [];
  #hasFailed = false;

  constructor(part: PartCompiler, name: string, definition: SchemeRegister, path: SchemePath) {
    this.#part = part;
    this.#name = name;
    this.#path = path;
    this.definition = definition;
    this.#lines = definition.rows ?? [];
    if ((definition.rows === undefined) === (definition.of === undefined))
      this.#fail('register.rows', registerTexts.ofOrRows(name), registerTexts.writeOne, []);
    if (definition['counts in'] !== undefined && definition['look at'] !== undefined)
      this.#fail('register.window', registerTexts.twoWindows(name), registerTexts.oneWindow, ['look at']);
    const inputs = this.#inputs();
    const first = inputs[0] as CompiledInput;
    this.declaration = { ...first, item: name, title: registerTexts.title(definition, name) };
    const named = new Set(inputs.map(({ matterNames }) => matterNames?.part ?? null));
    this.named = named.size === 1 ? ([...named][0] ?? null) : null;
    const source = this.#source();
    this.rows = part.plan.addFrame({
      kind: 'rows',
      cells: part.frame,
      items: [...new Set(inputs.map(({ item }) => item))],
      periods: this.#periods(inputs),
      ...(inputs.every(isSingle) && definition['counts in'] === undefined
        ? { given: first.per ?? part.part.period }
        : {}),
      ...(source === null ? {} : { source }),
      happenedOnly: first.kind === 'event' && definition['all rows'] !== true,
      valueType: valueType(first),
      emptyValue: inputs.some(({ kind, needsValue }) => kind === 'event' && !needsValue) ? '1' : '',
    });
    this.scope = new RegisterScope(this, part.scope(''), part.plan);
  }

  get plan(): PlanBuilder {
    return this.#part.plan;
  }

  /** What each row is worth. */
  get values(): NodeId {
    return this.column('marks') as NodeId;
  }

  draw(aggregate: Aggregate, values: NodeId, mask: NodeId | null): NodeId {
    const counted = both(this.plan, this.column('stays'), mask);
    if ((aggregate === 'first' || aggregate === 'last') && this.definition.order !== undefined) {
      const place = this.#numbers('cell', [], counted, aggregate === 'last');
      return this.plan.fold(this.#part.frame, 'only', values, this.#isFirst(place));
    }
    return this.plan.fold(this.#part.frame, aggregate, values, counted);
  }

  /** A column of the register as a list. */
  list(column: string): Reference | null {
    const values = this.scope.resolve(column);
    if (values?.kind !== 'value') return null;
    return {
      kind: 'list',
      list: {
        values: values.column,
        type: this.plan.typeOf(values.column),
        inside: this.scope,
        counted: this.column('stays'),
        ordered: this.definition.order !== undefined,
        draw: (aggregate, drawn, mask) => this.draw(aggregate, drawn, mask),
      },
    };
  }

  fieldNames(): readonly string[] {
    return [...Object.keys(this.definition.fields ?? {}), ...OWN_COLUMNS];
  }

  compileAll(): void {
    for (const name of [...this.fieldNames(), 'stays']) this.column(name);
  }

  /** A mask or a column of the register; `null`: every row is in it, or there is no such column. */
  column(name: string): NodeId | null {
    const known = this.#columns.get(name);
    if (known !== undefined) return known;
    if (this.#underWay.includes(name)) {
      const ring = [...this.#underWay.slice(this.#underWay.indexOf(name)), name];
      const message = schemeTexts.cycle(ring.map((column) => `${this.#name}.${column}`).join(' → '));
      this.#fail('register.cycle', message, schemeTexts.breakCycle, []);
    }
    if (this.#hasFailed) throw new DependencyError(this.#name);
    this.#underWay.push(name);
    try {
      const column = this.#compile(name);
      this.#columns.set(name, column);
      return column;
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    } finally {
      this.#underWay.pop();
    }
  }

  /** Rows among which `same …` lists look: those that meet the conditions, once these are known. */
  listMask(): NodeId | null {
    return this.#underWay.includes('listed') || this.#underWay.includes('marks') ? null : this.column('listed');
  }

  #compile(name: string): NodeId | null {
    switch (name) {
      case 'marks':
        return this.#lines.length === 0 ? this.plan.field(this.rows, 'value') : this.#marks();
      case 'listed':
        return this.#listed();
      case 'stays':
        return both(this.plan, this.column('listed'), this.#kept());
      case 'upto':
        return this.#numbers('cell', this.definition['number per'], this.column('stays'), false, this.#times());
      case 'number': {
        const upto = this.column('upto') as NodeId;
        const before = this.plan.arithmetic('subtract', upto, this.#times());
        return this.plan.arithmetic('add', before, this.plan.number(this.rows, Fraction.ONE));
      }
      default: {
        const formula = this.definition.fields?.[name];
        return formula === undefined
          ? null
          : this.#part.written.formula(formula, this.scope, [...this.#path, 'fields', name]);
      }
    }
  }

  /** Rows that a line takes, that meet the condition, and that count in this period. */
  #listed(): NodeId | null {
    const { where, 'counts in': countsIn } = this.definition;
    let mask: NodeId | null = null;
    if (this.#lines.length > 0) {
      const taken = this.#lines.map((line, at) => this.#takes(line, at));
      mask = this.#condition(this.plan.logic('or', taken), registerTexts.noLine);
    }
    if (where !== undefined) {
      const holds = this.#part.written.flag(where, this.scope, [...this.#path, 'where']);
      mask = both(this.plan, mask, this.#condition(holds, registerTexts.where(this.#worded(where))));
    }
    if (countsIn === undefined) return mask;
    return both(this.plan, mask, this.#condition(this.#countsIn(countsIn), registerTexts.otherPeriod));
  }

  /** Is the period in which the row counts that of the cell? */
  #countsIn(formula: string): NodeId {
    const { plan } = this;
    const text = this.#part.written.formula(formula, this.scope, [...this.#path, 'counts in']);
    const period = plan.add(this.rows, 'word', { kind: 'date', how: 'period of', period: this.#part.part.period }, [
      text,
    ]);
    const own = plan.ofCell(this.rows, plan.add(this.#part.frame, 'word', { kind: 'key', field: 'period' }, []));
    return plan.known(plan.compare('=', period, own));
  }

  /** Of the rows that agree, the one that is kept; `null`: all are. */
  #kept(): NodeId | null {
    const { 'once per': fields, keep } = this.definition;
    if (fields === undefined) return null;
    const ways = asList(keep).length === 0 ? ['highest'] : asList(keep);
    const order = ways.flatMap((way) => this.#orderOf(way));
    const place = this.plan.running(
      {
        order: order.map(({ from }) => from),
        peers: { keys: asList(fields).length, across: 'cell', emptyAlone: true },
        latestFirst: ways.at(-1) === 'last',
      },
      {
        amount: this.plan.number(this.rows, Fraction.ONE),
        order: order.map(({ column }) => column),
        keys: asList(fields).map((field) => this.#field(field, 'once per')),
        mask: this.column('listed'),
      },
    );
    return this.#condition(this.#isFirst(place), registerTexts.onceWith(fields, ways[0] as string));
  }

  /** By what the row that stays is found; those that are put `together` have nothing to choose by. */
  #orderOf(way: string): { readonly column: NodeId; readonly from: 'highest first' | 'lowest first' }[] {
    switch (way) {
      case 'together':
        return [];
      case 'highest':
      case 'lowest':
        return [{ column: this.column('marks') as NodeId, from: way === 'highest' ? 'highest first' : 'lowest first' }];
      default:
        return this.#order().map((column) => ({ column, from: way === 'first' ? 'lowest first' : 'highest first' }));
    }
  }

  #isFirst(place: NodeId): NodeId {
    return this.plan.known(this.plan.compare('=', place, this.plan.number(this.rows, Fraction.ONE)));
  }

  /** Running numbers of the rows, by the order of the register. */
  #numbers(
    across: 'cell' | 'part',
    per: string | readonly string[] | undefined,
    mask: NodeId | null,
    latestFirst: boolean,
    amount: NodeId = this.plan.number(this.rows, Fraction.ONE),
  ): NodeId {
    const fields = asList(per).filter((field) => field !== 'all');
    const order = this.#order();
    return this.plan.running(
      {
        order: order.map(() => (latestFirst ? 'highest first' : 'lowest first')),
        peers: { keys: fields.length, across, emptyAlone: false },
        latestFirst,
      },
      { amount, order, keys: fields.map((field) => this.#field(field, 'number per')), mask },
    );
  }

  /** How often a row stands for: its value; once for words, and for rows that were put together. */
  #times(): NodeId {
    const value = this.plan.field(this.rows, 'value');
    const one = this.plan.number(this.rows, Fraction.ONE);
    if (this.plan.typeOf(value) !== 'number') return one;
    const [key] = asList(this.definition['once per']);
    if (key === undefined) return value;
    const empty = this.plan.compare('=', this.#field(key, 'once per'), this.plan.constant(this.rows, ''));
    return this.plan.select(empty, value, one);
  }

  #order(): NodeId[] {
    return (asList(this.definition.order).length === 0 ? DEFAULT_ORDER : asList(this.definition.order)).map((field) =>
      this.#field(field, 'order'),
    );
  }

  #field(name: string, key: string): NodeId {
    const found =
      ROW_FIELDS.includes(name as 'value') || this.fieldNames().includes(name) ? this.scope.resolve(name) : null;
    if (found?.kind === 'value') return found.column;
    const near = suggestName(name, [...ROW_FIELDS, ...this.fieldNames()]);
    return this.#fail('register.field', registerTexts.unknownField(name), didYouMean(near), [key]);
  }

  /** What each row is worth by the first line that takes it. */
  #marks(): NodeId {
    const { plan } = this;
    const nothing = plan.number(this.rows, Fraction.ZERO);
    return this.#lines.reduceRight<NodeId>(
      (rest, line, at) => plan.select(this.#takes(line, at), this.#worth(line, at), rest),
      nothing,
    );
  }

  #worth(line: RegisterRow, at: number): NodeId {
    const path = [...this.#path, 'rows', at];
    const marks =
      'by' in line ? this.#byCategory(line.by, path) : this.#amount(line.marks ?? 'value', [...path, 'marks']);
    if ('each' in line) return this.plan.arithmetic('multiply', this.plan.field(this.rows, 'value'), marks);
    const { times, plus } = line;
    const product =
      times === undefined ? marks : this.plan.arithmetic('multiply', marks, this.#amount(times, [...path, 'times']));
    return plus === undefined ? product : this.plan.arithmetic('add', product, this.#amount(plus, [...path, 'plus']));
  }

  #byCategory(by: Readonly<Record<string, number | string>>, path: SchemePath): NodeId {
    const words = Object.keys(by);
    const marks = words.map((word) => this.#amount(by[word] ?? 0, [...path, 'by', word]));
    const category = this.plan.field(this.rows, 'category');
    const rest = this.plan.number(this.rows, Fraction.ZERO);
    return this.plan.add(this.rows, 'number', { kind: 'match', words, otherwise: true }, [category, ...marks, rest]);
  }

  #amount(value: number | string, path: SchemePath): NodeId {
    return this.#part.written.amount(value, this.scope, path);
  }

  /** Does this line take the row? */
  #takes(line: RegisterRow, at: number): NodeId {
    const { plan } = this;
    const path = [...this.#path, 'rows', at];
    const item = itemOf(line);
    const words = 'by' in line ? Object.keys(line.by) : asList('categories' in line ? line.categories : undefined);
    this.#requireCategories(item, words, [...path, 'by' in line ? 'by' : 'categories']);
    const parts = [plan.compare('=', plan.field(this.rows, 'item'), plan.constant(this.rows, item))];
    if (words.length > 0) {
      const category = plan.field(this.rows, 'category');
      parts.push(
        plan.logic(
          'or',
          words.map((word) => plan.compare('=', category, plan.constant(this.rows, word))),
        ),
      );
    }
    if (line.where !== undefined) parts.push(this.#part.written.flag(line.where, this.scope, [...path, 'where']));
    return plan.logic('and', parts);
  }

  #requireCategories(item: string, words: readonly string[], path: SchemePath): void {
    const { categories } = this.#part.scheme.inputs.need(item, path);
    const unknown = words.find((word) => categories.length > 0 && !categories.includes(word));
    if (unknown === undefined) return;
    const remedy = didYouMean(suggestName(unknown, categories));
    throw new SchemeError('category.unknown', inputTexts.unknownCategory(item, unknown), remedy, path);
  }

  #worded(formula: string): LocalText {
    return wordFormula(formula, (name) => this.#part.registers.rowTitle(this.#name, name));
  }

  #condition(mask: NodeId, title: LocalText): NodeId {
    return this.plan.labelled(mask, { kind: 'condition', title, clause: this.definition.clause ?? '' });
  }

  #inputs(): CompiledInput[] {
    const { inputs } = this.#part.scheme;
    const found = asList(this.definition.of).map((item) => ({ ...inputs.need(item, [...this.#path, 'of']), item }));
    this.#lines.forEach((line, at) => {
      const path = [...this.#path, 'rows', at];
      if (isFamily(itemOf(line)))
        throw new SchemeError('register.family', registerTexts.family(itemOf(line)), registerTexts.listItems, path);
      found.push({ ...inputs.need(itemOf(line), path), item: itemOf(line) });
    });
    const [first] = found;
    const differs = found.some((input) => first?.kind !== input.kind || valueType(input) !== valueType(first));
    if (differs) this.#fail('register.mixed', registerTexts.mixedItems(this.#name), registerTexts.splitRegister, []);
    return found;
  }

  #periods(inputs: readonly CompiledInput[]): RowPeriods {
    const look = this.definition['look at'] ?? 'period';
    if (this.definition['counts in'] !== undefined) return { kind: 'any' };
    const recent = /^recent (\d+)$/.exec(look)?.[1];
    if (recent !== undefined) return { kind: 'recent', count: Number(recent) };
    if (look === 'year' || look === 'year to date' || look === 'earlier') return { kind: look };
    if (look === 'all so far') return { kind: 'so far' };
    return { kind: inputs.every(isSingle) ? 'own' : 'within' };
  }

  #source(): RowSource | null {
    const { 'members of': members, 'naming me': named } = this.definition;
    if (named === true) return { kind: 'naming' };
    if (members === undefined) return null;
    const other = this.#part.scheme.part(members);
    if (other === null) {
      const message = partTexts.unrelatedParts(this.#part.id, members);
      return this.#fail('parts.unknown', message, partTexts.relateParts, ['members of']);
    }
    return { kind: 'members', part: members, subject: relate(this.#part, other).subject };
  }

  #fail(code: string, message: LocalText, remedy: LocalText, path: SchemePath): never {
    throw new SchemeError(code, message, remedy, [...this.#path, ...path]);
  }
}

/** The item whose rows a line takes. */
export function itemOf(line: RegisterRow): string {
  return 'each' in line ? line.each : line.row;
}
