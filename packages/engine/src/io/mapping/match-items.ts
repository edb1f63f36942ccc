import { distance } from 'fastest-levenshtein';

import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { foldText } from '../fold-text.ts';
import type { ItemIndex } from '../item-index.ts';
import { readTitle, type ColumnTitle } from './column-title.ts';
import { fits, type ColumnValues } from './column-values.ts';
import { splitTitle } from './generic-words.ts';
import { saysNotApplicable } from './not-applicable.ts';
import type { ProposalReason } from './mapping-proposal.ts';
import { unitFactor } from './units.ts';

export interface ItemMatch {
  readonly item: string;
  readonly confidence: number;
  readonly reason: ProposalReason;
  /** Only a title over several columns speaks for it. */
  readonly byGroup?: boolean;
  /** Only words that anything could be called by are alike, or the unit is of another kind: it is for a person to say. */
  readonly isVague?: boolean;
}

/** Below it a likeness is none. */
const LEAST = 0.5;
/** From here on a proposal need not be asked about. */
export const CERTAIN = 0.8;
/** What is vague is never likelier than this. */
const MOST_VAGUE = 0.6;
/** What a title over several columns says of one of them. */
const BY_GROUP = 0.7;

/** The inputs of a scheme by everything that they may be called. */
export class ItemTitles {
  readonly #inputs: readonly { readonly input: InputDeclaration; readonly names: readonly string[] }[];
  readonly #families: readonly { readonly pattern: RegExp; readonly input: InputDeclaration }[];
  readonly #items: ItemIndex;

  constructor(inputs: readonly InputDeclaration[], items: ItemIndex) {
    this.#items = items;
    const own = inputs.filter(({ item }) => !isFamily(item));
    this.#inputs = own.map((input) => {
      const { zh, en } = input.title;
      const names = [zh, en, zh.replace(/[(（][^()（）]*[)）]/g, '')].map((title) => foldText(title));
      return { input, names: [...new Set(names)].filter((name) => name !== '') };
    });
    this.#families = inputs
      .filter(({ item }) => isFamily(item))
      .map((input) => ({ pattern: itemPattern(input.item), input }));
  }

  /** The item that a text names exactly, by id or title; `null`: none, or several. */
  exact(text: string): string | null {
    const found = this.#items.find(text);
    if (found !== null) return found.item;
    const folded = foldText(text);
    const titled = this.#inputs.filter(({ names }) => names.includes(folded));
    return titled.length === 1 ? titled[0]!.input.item : null;
  }

  /** The item that a text names exactly, but for a number before it and a unit behind it. */
  named(text: string): string | null {
    const exact = this.exact(text);
    if (exact !== null) return exact;
    for (const spelling of readTitle([text]).spellings) {
      const found = this.exact(spelling);
      if (found !== null) return found;
    }
    return null;
  }

  /** Items that a text of a sheet might mean, the likeliest first. */
  near(text: string): readonly ItemMatch[] {
    const title = {
      parts: [text],
      text,
      unit: '',
      period: '',
      spellings: [foldText(text)],
      leaf: foldText(text),
      groups: [],
    };
    return this.match(title, { texts: new Map(), filled: 0, empty: 0 }).slice(0, 5);
  }

  /** What a column might be, the likeliest first. */
  match(title: ColumnTitle, values: ColumnValues): ItemMatch[] {
    const found: ItemMatch[] = [];
    for (const { input, names } of this.#inputs) {
      const match = matchOne(title, input.item, names);
      if (match === null) continue;
      for (const one of inUnit(match, title.unit, input.unit)) found.push(this.#weighed(one, values));
    }
    for (const { pattern } of this.#families) {
      const own = title.parts.find((part) => pattern.test(part));
      if (own !== undefined) found.push({ item: own, confidence: 0.97, reason: 'id' });
    }
    if (found.length === 0) found.push(...this.#byValues(values));
    return found.filter(({ confidence }) => confidence >= LEAST).sort((a, b) => b.confidence - a.confidence);
  }

  /** Values that the item could not take speak against it, whatever the title says. */
  #weighed(match: ItemMatch, values: ColumnValues): ItemMatch {
    const rules = this.#items.find(match.item)?.rules;
    if (!rules || values.filled === 0) return match;
    if ([...values.texts.keys()].every(saysNotApplicable)) return match;
    const fit = fits(values, rules);
    return fit >= 0.5 ? match : { ...match, confidence: match.confidence * (0.65 + 0.5 * fit) };
  }

  /** The only item whose vocabulary holds all words of the column. */
  #byValues(values: ColumnValues): ItemMatch[] {
    if (values.filled < 2) return [];
    const fitting = this.#inputs.filter(({ input }) => {
      const rules = this.#items.find(input.item)?.rules;
      return rules && rules.words.words.length > 0 && [...values.texts.keys()].every((text) => rules.words.find(text));
    });
    return fitting.length === 1 ? [{ item: fitting[0]!.input.item, confidence: 0.55, reason: 'values' }] : [];
  }
}

/** What a column of an item is besides the item itself: the year before, the plan, the growth. */
const OTHER_FIGURES = /去年|上年|同期|同比|环比|计划|目标|任务|预算|增长|增幅|增减|排名|名次|位次|权重|满分|分值/;

/** What is only alike, and in a unit of another kind, is probably something else. */
function inUnit(match: ItemMatch, unit: string, own: string): readonly ItemMatch[] {
  const isOther = unit !== '' && own !== '' && unitFactor(unit, own) === null;
  if (!isOther || match.reason !== 'alike') return [match];
  return match.isVague ? [] : [vague(match.item, match.confidence)];
}

function vague(item: string, confidence: number): ItemMatch {
  return { item, confidence: Math.min(MOST_VAGUE, confidence), reason: 'alike', isVague: true };
}

function matchOne(title: ColumnTitle, item: string, names: readonly string[]): ItemMatch | null {
  const [whole, first] = title.spellings;
  const id = foldText(item);
  if (whole === id || first === id) return { item, confidence: 0.99, reason: 'id' };
  let best = 0;
  let mostVague = 0;
  const { leaf, groups, spellings } = title;
  const look = (spelling: string, exact: number): void => {
    for (const name of names) {
      if (spelling === name) best = Math.max(best, exact);
      else if (saysMore(spelling, name)) continue;
      else if (isAlikeForSure(spelling, name)) best = Math.max(best, likeness(spelling, name));
      else mostVague = Math.max(mostVague, likeness(spelling, name));
    }
  };
  const isLeafGeneric = splitTitle(leaf).specific === '';
  for (const spelling of spellings) {
    // Below a title of its own, 任务 is the task of that, and not of whatever else has one.
    const isBare = isLeafGeneric && groups.length > 0 && splitTitle(spelling).specific === '';
    if (!isBare || names.includes(spelling)) look(spelling, 0.97);
  }
  if (isLeafGeneric) for (const group of groups) look(group + leaf, 0.79);
  // A title above several columns names none of them for sure.
  const byGroup =
    best < BY_GROUP &&
    names.some((name) => groups.includes(name) && !spellings.some((spelling) => saysMore(spelling, name)));
  if (byGroup) best = BY_GROUP;
  if (best < LEAST) return mostVague >= LEAST ? vague(item, mostVague) : null;
  return { item, confidence: best, reason: best >= 0.97 ? 'title' : 'alike', ...(byGroup ? { byGroup } : {}) };
}

function saysMore(spelling: string, name: string): boolean {
  return OTHER_FIGURES.test(spelling) && !OTHER_FIGURES.test(name);
}

/** Whether two titles are alike in what they are about, and not only in words such as 任务 and 完成率. */
function isAlikeForSure(a: string, b: string): boolean {
  const [one, other] = [splitTitle(a), splitTitle(b)];
  if (one.specific === '' || other.specific === '') return false;
  if (one.generic === '' || other.generic === '') return true;
  if (one.generic !== other.generic) return false;
  return one.specific === other.specific || likeness(one.specific, other.specific) >= MOST_VAGUE;
}

/** How alike two titles are; at most 0.79, for being alike is never certain. */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return 0;
  const share = short.length / long.length;
  if (long.includes(short)) return Math.min(0.79, 0.5 + 0.35 * share);
  const near = 1 - distance(a.slice(0, 100), b.slice(0, 100)) / long.length;
  return near < 0.5 ? 0 : Math.min(0.79, 0.25 + 0.6 * near);
}
