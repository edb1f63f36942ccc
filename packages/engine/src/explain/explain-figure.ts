import { containingPeriod, formatPeriod } from '../data/period.ts';
import { explainTexts } from '../locale/explain-texts.ts';
import { faultReason } from '../locale/score-texts.ts';
import { Fault, MISSING, NOT_APPLICABLE, isState } from '../plan/cell.ts';
import type { Cell } from '../plan/cell.ts';
import type { ExactRun } from '../plan/exact/exact-run.ts';
import type { PlanFigure } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { ExplainQuery, NodeDescription } from '../reader/results-reader.ts';
import { ReaderError } from '../reader/results-reader.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import type { AttributeDeclaration } from '../scheme/attribute.ts';
import type { ParameterDeclaration } from '../scheme/compile/parameters.ts';
import type { InputDeclaration } from '../scheme/input.ts';
import { makeFigure } from '../score/make-figure.ts';
import type { Scored, ScoredPart } from '../score/scored.ts';
import { calculation, type Calculation } from './arithmetic-text.ts';
import { equation } from './equation.ts';
import { beforeRounding } from './rounding.ts';
import { PlanWalk } from './figure-at.ts';
import type { Place } from './figure-at.ts';
import type { Explanation, ExplanationStep, FigureReference, InputReading, SourceRow } from './explanation.ts';
import { Trace } from './trace.ts';
import type { TracedInput, TracedRow } from './source-rows.ts';
import type { TracedFigure } from './trace.ts';
import { declarationOf, WordTitles } from './word-titles.ts';

/** What explaining needs: the scheme, the run with its columns, and the results. */
export interface ExplainSource {
  readonly scheme: CompiledScheme;
  readonly run: ExactRun;
  readonly scored: Scored;
}

/** Explains one figure. Throws `ReaderError` when there is no such part, node, or subject in the period. */
export function explainFigure(source: ExplainSource, query: ExplainQuery): Explanation {
  return new FigureExplainer(source).explain(query);
}

interface Found {
  readonly part: ScoredPart;
  readonly figure: PlanFigure;
  readonly description: NodeDescription | undefined;
  /** Number of the cell. */
  readonly at: number;
}

class FigureExplainer {
  readonly #source: ExplainSource;
  readonly #walk: PlanWalk;

  constructor(source: ExplainSource) {
    this.#source = source;
    this.#walk = new PlanWalk(source.run, new WordTitles(source.scheme, source.run.plan));
  }

  explain(query: ExplainQuery): Explanation {
    const { part, figure, description, at } = this.#find(query);
    const key = part.keys[at];
    const label = this.#source.scored.subjects[key?.subject ?? -1];
    const root = this.#walk.place(figure.column, at);
    const trace = new Trace(this.#walk);
    trace.follow(root);
    const value = this.#walk.value(root);
    const shown = makeFigure(value);
    const inputs = trace.inputs.map((input) => this.#input(input));
    const figures = trace.figures.map((found) => this.#reference(found));
    return {
      part: part.description.id,
      period: query.period,
      subject: query.subject,
      subjectName: label?.name ?? query.subject,
      node: figure.id,
      title: description?.title ?? { zh: figure.id, en: figure.id },
      figure: shown,
      max: figure.max === null ? null : makeFigure(this.#walk.value(this.#walk.place(figure.max, at))),
      clause: description?.clause ?? '',
      rule: description?.rule ?? { zh: '', en: '' },
      ...this.#calculation(root, trace.steps),
      steps: trace.steps,
      inputs,
      figures,
      ...(trace.looksAt && { looksAt: trace.looksAt }),
      state: this.#state(root, inputs, figures),
    };
  }

  /** The calculation in one line; where the figure was rounded, with the figure before. */
  #calculation(root: Place, steps: readonly ExplanationStep[]): Calculation {
    const value = this.#walk.value(root);
    if (isState(value)) return { arithmetic: '' };
    // A yes or no that comes from conditions is told by them, one by one.
    if (typeof value === 'boolean' && steps.some(({ figure }) => figure.text === 'true' || figure.text === 'false'))
      return { arithmetic: '' };
    const before = beforeRounding(this.#walk, root);
    return calculation(this.#walk, (text) => equation(text.of(root), before, value));
  }

  #find(query: ExplainQuery): Found {
    const { scored, scheme } = this.#source;
    const part = this.#partOf(query);
    const owner = part.description.id;
    const helper = scheme.parts
      .find(({ description }) => description.id === owner)
      ?.helpers.find(({ node }) => node.id === query.node);
    const figure = helper?.figure ?? scheme.plan.figures.find(({ id, part: of }) => id === query.node && of === owner);
    if (figure === undefined) throw new ReaderError('unknown-node', explainTexts.unknownFigure(query.node));
    const description = helper?.node ?? part.description.nodes.find(({ id }) => id === figure.id);
    const at = part.keys.findIndex(
      ({ period, subject }) => period === query.period && scored.subjects[subject]?.subject === query.subject,
    );
    if (at < 0) throw new ReaderError('unknown-subject', explainTexts.unknownSubject(query.subject, query.period));
    return { part, figure, description, at };
  }

  /** The part asked for; without one, the part that has the subject, the period and the node. */
  #partOf({ part: wanted, period, subject, node }: ExplainQuery): ScoredPart {
    const { parts, subjects } = this.#source.scored;
    if (wanted !== undefined) {
      const part = parts.find(({ description }) => description.id === wanted);
      if (part === undefined) throw new ReaderError('unknown-part', explainTexts.unknownPart(wanted));
      return part;
    }
    const holds = (part: ScoredPart): boolean =>
      part.figures.has(node) &&
      part.keys.some((key) => key.period === period && subjects[key.subject]?.subject === subject);
    const found = parts.find(holds) ?? parts.find(({ figures }) => figures.has(node)) ?? parts[0];
    if (found === undefined) throw new ReaderError('unknown-part', explainTexts.unknownPart(''));
    return found;
  }

  #input({ item, value: read, rows, isCount, gap }: TracedInput): InputReading {
    const { parameters, attributes } = this.#source.scheme;
    const input = declarationOf(item, this.#source.scheme.inputs);
    const parameter = parameters.find(({ name }) => name === item);
    const attribute = attributes.find(({ name }) => name === item);
    const declaration = input ?? parameter ?? attribute;
    // Nobody's marks come to nothing at all, and not to 0.
    const value = input?.kind === 'rating' && rows.length === 0 ? MISSING : read;
    return {
      item,
      title: declaration === undefined ? { zh: item, en: item } : titleOf(item, declaration),
      unit: isCount ? '' : (declaration?.unit ?? ''),
      figure: makeFigure(value instanceof Fault ? MISSING : value), // a parameter that nobody has set
      from: input?.from ?? '',
      rows: rows.map((row) => this.#row(row)),
      ...wordOf(value, input),
      ...(value === MISSING ? this.#gap(gap, input) : {}),
      ...(input === undefined && parameter !== undefined ? { isParameter: true } : {}),
      ...(input === undefined && parameter === undefined && attribute !== undefined ? { isAttribute: true } : {}),
      ...(input?.kind === 'rating' ? { isRating: true } : {}),
    };
  }

  /** A number, a word or a mark that nobody gave can be entered; an event that did not happen is no gap. */
  #gap(gap: TracedInput['gap'], input: InputDeclaration | undefined): Pick<InputReading, 'gap'> {
    const subject = this.#source.run.index.subjects[gap?.subject ?? -1]?.id;
    if (gap === null || subject === undefined || input === undefined) return {};
    const { kind, per } = input;
    if (kind === 'event') return {};
    const period = gap.period && per ? containingPeriod(gap.period, per) : gap.period;
    return { gap: { subject, period: period === null ? '' : formatPeriod(period) } };
  }

  #row({ observation: number, used, reason }: TracedRow): SourceRow {
    const observation = this.#source.run.index.observations[number];
    if (observation === undefined) throw new Error(`There is no observation ${number}.`);
    const { period, subject, item, value, category, matter, date, note, origin } = observation;
    const cell = origin.row > 0 ? `${origin.column}${origin.row}` : '';
    const declaration = declarationOf(item, this.#source.scheme.inputs);
    const categoryTitle = declaration?.categoryTitles[category] ?? { zh: category, en: category };
    const { file, sheet } = origin;
    const row = { period, subject, item, value, category, categoryTitle, matter, date, note, file, sheet, cell, used };
    return {
      ...row,
      ...(reason === null ? {} : { reason }),
      ...(observation.remark === undefined ? {} : { remark: observation.remark }),
    };
  }

  #reference({ part, id, at, title, value }: TracedFigure): FigureReference {
    const { parts, subjects } = this.#source.scored;
    const owner = parts.find(({ description }) => description.id === part);
    const key = owner?.keys[at];
    const label = subjects[key?.subject ?? -1];
    return {
      part,
      period: key?.period ?? '',
      subject: label?.subject ?? '',
      subjectName: label?.name ?? '',
      node: id,
      title,
      figure: makeFigure(value instanceof Fault ? NOT_APPLICABLE : value),
    };
  }

  /** What makes the figure missing or not apply: what a stand-in hides, inputs, and figures in that state themselves. */
  #state(root: Place, inputs: readonly InputReading[], figures: readonly FigureReference[]): LocalText | null {
    const value = this.#walk.value(root);
    if (!isState(value)) return null;
    const fault = this.#faultBehind(root);
    if (fault !== null) return faultReason(fault);
    const inState = (state: 'missing' | 'na'): (InputReading | FigureReference)[] =>
      [...inputs, ...figures].filter(({ figure }) => figure.state === state);
    if (value === NOT_APPLICABLE) {
      const condition = this.#conditionBehind(root);
      if (condition !== null) return explainTexts.doesNotApply(condition);
      return explainTexts.notApplicable(inState('na').map(({ title }) => title));
    }
    if (value !== MISSING) return null;
    const owed = inState('missing').map((found) => explainTexts.owed(found.title, 'from' in found ? found.from : ''));
    return explainTexts.missing(owed);
  }

  /** The named condition under which the figure would apply, and which does not hold. */
  #conditionBehind(place: Place): LocalText | null {
    const { kind } = place.node.operation;
    if (kind === 'same' || kind === 'guard') return this.#conditionBehind(this.#walk.operand(place, 0));
    if (kind !== 'select') return null;
    const condition = this.#walk.operand(place, 0);
    const holds = this.#walk.value(condition) === true;
    const { label } = condition.node;
    if (!holds && label?.kind === 'condition') return label.title;
    return this.#conditionBehind(this.#walk.operand(place, holds ? 1 : 2));
  }

  /** The fault that a stand-in hides: a parameter that is not set, a divisor of 0. `null`: there is none. */
  #faultBehind(place: Place): Fault | null {
    const value = this.#walk.value(place);
    if (value instanceof Fault) return value;
    const { kind } = place.node.operation;
    if (kind === 'same' || kind === 'replace') return this.#faultBehind(this.#walk.operand(place, 0));
    if (kind !== 'select') return null;
    const taken = this.#walk.value(this.#walk.operand(place, 0)) === true ? 1 : 2;
    return this.#faultBehind(this.#walk.operand(place, taken));
  }
}

/** What the word that was read is called, where the scheme says so. */
function wordOf(value: Cell, input: InputDeclaration | undefined): { word?: LocalText } {
  const word = typeof value === 'string' ? input?.wordTitles[value] : undefined;
  return word === undefined || word.zh === value ? {} : { word };
}

/** An item of a family is called by the family's title and its own name. */
type Declaration = InputDeclaration | ParameterDeclaration | AttributeDeclaration;

function titleOf(item: string, { title, ...declaration }: Declaration): LocalText {
  if (!('item' in declaration) || declaration.item === item) return title;
  if (title.zh === declaration.item) return { zh: item, en: item };
  return { zh: `${title.zh}（${item}）`, en: `${title.en} (${item})` };
}
