import type { LocalText } from '../../reader/figure.ts';
import { formatNumber } from '../../number/text.ts';
import { suggestName } from '../../formula/suggest.ts';
import { didYouMean } from '../../locale/did-you-mean.ts';
import { inputTexts } from '../../locale/input-texts.ts';
import { partTexts } from '../../locale/part-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import { exactNumber } from '../exact.ts';
import { isFamily, itemPattern, ownLetters } from '../../data/item-pattern.ts';
import type { PeriodKind } from '../../data/period.ts';
import type { SchemePath } from '../finding.ts';
import type { InputDeclaration, NamedSubjects } from '../input.ts';
import { asList } from '../schema/common.ts';
import type { Literal, Title } from '../schema/common.ts';
import type { SchemeNode } from '../schema/node.ts';
import type { SchemeFile, SchemeInput } from '../schema/scheme.ts';
import { localText } from '../texts.ts';
import { isSingle } from './rows.ts';
import { Misread } from '../source/misread.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';

/** A limit as it stands in the file. */
type Limit = number | string | undefined;

/** An input with what only the compiler needs to know. */
export interface CompiledInput extends InputDeclaration {
  /** What stands for it where there is no row; `undefined`: it is missing then. */
  readonly withoutRow: Literal | undefined;
  readonly per: PeriodKind | null;
  /** One row of NA decides over all other rows. */
  readonly overriddenByNA: boolean;
  readonly clause: string;
  /** Place of the declaration; of the node, for marks declared by a `score` rule. */
  readonly path: SchemePath;
}

/** The inputs of a scheme: those declared, and one for the marks of every `score` leaf. */
export class Inputs {
  readonly #byItem = new Map<string, CompiledInput>();
  readonly #families: { readonly input: CompiledInput; readonly pattern: RegExp }[] = [];
  readonly #used = new Set<string>();
  readonly #overItems: ReadonlySet<string>;
  readonly #misread: Misread;

  /** `overItems`: families that templates run over, so that their items are names in formulas. */
  constructor(overItems: readonly string[], misread: Misread = new Misread()) {
    this.#misread = misread;
    this.#overItems = new Set(overItems);
  }

  /** Declares the inputs written in the file. One key may name several items, separated by commas. */
  declareAll(file: SchemeFile, titles: ReadonlyMap<string, LocalText>, report: (error: SchemeError) => void): void {
    for (const [key, input] of Object.entries(file.inputs ?? {})) {
      for (const item of key.split(',').map((name) => name.trim())) {
        const title = input.title === undefined ? titles.get(item) : undefined;
        const { min, max, limitedBy } = settableLimits(
          input,
          file,
          ['inputs', key],
          (error) => {
            this.#misread.lose(['inputs', key], item);
            report(error);
          },
          this.#misread,
        );
        if (this.#misread.isLost(item)) continue;
        const fixed = { ...input, min, max };
        const declared = declaration(item, fixed, title ?? localText(input.title, item), ['inputs', key]);
        if (input.NA === 'overrides' && isSingle(declared))
          report(new SchemeError('input.overrides', inputTexts.oneRowAlone(item), inputTexts.plainNA, declared.path));
        const named = namedSubjects(input, file, declared.path, report);
        const limited = limitedBy === null ? declared : { ...declared, limitedBy };
        this.#declare(named === null ? limited : { ...limited, matterNames: named }, report);
      }
    }
  }

  /** Declares the marks that an assessor gives for a node, unless the file has declared them itself. */
  declareScore(node: SchemeNode, item: string, mayBeNA: boolean, path: SchemePath): void {
    if (this.#byItem.has(item) || this.#misread.isLost(item)) return;
    const max = typeof node.max === 'number' ? exactNumber(node.max) : null;
    const input: SchemeInput = { kind: 'score', NA: mayBeNA };
    const declared = declaration(item, input, localText(node.title, node.id), path);
    this.#byItem.set(item, {
      ...declared,
      max: max === null ? null : formatNumber(max).text,
      clause: node.clause ?? '',
    });
  }

  #declare(input: CompiledInput, report: (error: SchemeError) => void): void {
    if (this.#byItem.has(input.item)) {
      report(new SchemeError('input.twice', inputTexts.inputTwice(input.item), schemeTexts.renameId, input.path));
      return;
    }
    if (isFamily(input.item)) this.#families.push({ input, pattern: itemPattern(input.item) });
    this.#byItem.set(input.item, input);
  }

  /** The input of that id, else the most exact family that holds it. */
  find(item: string): CompiledInput | null {
    const found = this.#byItem.get(item);
    if (found !== undefined) return found;
    const families = this.#families.filter(({ pattern }) => pattern.test(item)).map(({ input }) => input);
    return families.sort((a, b) => ownLetters(b.item) - ownLetters(a.item))[0] ?? null;
  }

  /** The input of an item that a rule reads; reports an unknown one with the nearest name. */
  need(item: string, path: SchemePath): CompiledInput {
    const input = this.find(item);
    if (input === null) {
      if (this.#misread.isLost(item)) throw new DependencyError(item);
      const near = suggestName(item, this.items());
      throw new SchemeError('input.unknown', inputTexts.unknownInput(item), inputTexts.declareInput(item, near), path);
    }
    this.#used.add(input.item);
    return input;
  }

  items(): readonly string[] {
    return [...this.#byItem.keys()];
  }

  all(): readonly CompiledInput[] {
    return [...this.#byItem.values()].map((input) =>
      this.#overItems.has(input.item) ? { ...input, needsPlainName: true } : input,
    );
  }

  unused(): readonly CompiledInput[] {
    return this.all().filter(({ item }) => !this.#used.has(item));
  }
}

const MARKS_LIMIT = { min: '0', max: '100' } as const;

function declaration(item: string, input: SchemeInput, title: LocalText, path: SchemePath): CompiledInput {
  const needs = new Set(input.needs ?? []);
  const words = vocabulary(input.words);
  const categories = vocabulary(input.categories);
  const inWords = words.names.length > 0 || input.words === 'any';
  const isMarks = (input.kind === 'score' || input.kind === 'rating') && !inWords;
  return {
    item,
    kind: input.kind,
    title,
    unit: input.unit ?? '',
    from: input.from ?? '',
    words: words.names,
    takesAnyWord: input.words === 'any' || (input.kind === 'level' && words.names.length === 0),
    wordTitles: words.titles,
    categories: categories.names,
    categoryTitles: categories.titles,
    min: limit(input.min, path) ?? (isMarks ? MARKS_LIMIT.min : null),
    max: limit(input.max, path) ?? (isMarks && input.kind === 'rating' ? MARKS_LIMIT.max : null),
    mayBeNA: input.NA === undefined ? input.kind === 'rating' : input.NA !== false,
    overriddenByNA: input.NA === 'overrides',
    needsValue: input.value === 'amount',
    needsDate: needs.has('date'),
    needsMatter: needs.has('matter'),
    needsCategory: needs.has('category') || categories.names.length > 0,
    needsRater: needs.has('rater') || input.kind === 'rating',
    withoutRow: input['without a row'],
    per: input.per ?? null,
    clause: input.clause ?? '',
    path,
  };
}

/** Limits that are numbers, and the parameters that set the others. */
function settableLimits(
  { min, max }: SchemeInput,
  { parameters }: SchemeFile,
  path: SchemePath,
  report: (error: SchemeError) => void,
  misread: Misread,
): { readonly min: Limit; readonly max: Limit; readonly limitedBy: InputDeclaration['limitedBy'] | null } {
  const nameOf = (key: 'min' | 'max', value: Limit): string | null => {
    if (value === undefined || exactNumber(value) !== null) return null;
    const name = String(value);
    const parameter = parameters?.[name];
    if (misread.isLost(name)) return name;
    if (parameter === undefined || (typeof parameter === 'object' && parameter.from !== undefined)) {
      const remedy = didYouMean(suggestName(name, Object.keys(parameters ?? {})));
      report(new SchemeError('input.limit', inputTexts.limitParameter(name), remedy, [...path, key]));
    }
    return name;
  };
  const [low, high] = [nameOf('min', min), nameOf('max', max)];
  return {
    min: low === null ? min : undefined,
    max: high === null ? max : undefined,
    limitedBy: low === null && high === null ? null : { ...(low && { min: low }), ...(high && { max: high }) },
  };
}

/** Whom the matter of its rows names; `null`: nobody. */
function namedSubjects(
  { 'matter names': id }: SchemeInput,
  { parts }: SchemeFile,
  path: SchemePath,
  report: (error: SchemeError) => void,
): NamedSubjects | null {
  if (id === undefined) return null;
  const part = parts.find((known) => known.part === id);
  if (part === undefined || part.subjects === 'ALL') {
    const near = suggestName(
      id,
      parts.flatMap((known) => (known.part === undefined || known.subjects === 'ALL' ? [] : [known.part])),
    );
    const at = [...path, 'matter names'];
    report(new SchemeError('input.matter-names', partTexts.nobodyToName(id), didYouMean(near), at));
    return null;
  }
  const columns = Object.entries(part.subjects ?? {}).map(([column, words]) => [column, asList(words)] as const);
  return { part: id, title: localText(part.title, id), among: Object.fromEntries(columns) };
}

function limit(value: number | string | undefined, path: SchemePath): string | null {
  if (value === undefined) return null;
  const number = exactNumber(value);
  if (number === null)
    throw new SchemeError('number.not-exact', schemeTexts.notExact(String(value)), schemeTexts.writeExact, path);
  return formatNumber(number).text;
}

/** A vocabulary of the file: its words, and what they are called where that is said. */
function vocabulary(written: SchemeInput['words']): {
  names: readonly string[];
  titles: Readonly<Record<string, LocalText>>;
} {
  if (written === undefined || written === 'any') return { names: [], titles: {} };
  if (Array.isArray(written)) return { names: written, titles: {} };
  const titles = Object.entries(written as Readonly<Record<string, Title>>).map(([word, title]) => [
    word,
    localText(title, word),
  ]);
  return { names: Object.keys(written), titles: Object.fromEntries(titles) as Readonly<Record<string, LocalText>> };
}
