import { distance } from 'fastest-levenshtein';

import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { foldText } from '../fold-text.ts';
import type { ItemIndex } from '../item-index.ts';
import { readTitle, type ColumnTitle } from './column-title.ts';
import { fits, type ColumnValues } from './column-values.ts';
import { saysNotApplicable } from './not-applicable.ts';
import type { ProposalReason } from './mapping-proposal.ts';

export interface ItemMatch {
  readonly item: string;
  readonly confidence: number;
  readonly reason: ProposalReason;
  /** Only a title over several columns speaks for it. */
  readonly byGroup?: boolean;
}

/** Below it a likeness is none. */
const LEAST = 0.5;
/** From here on a proposal need not be asked about. */
export const CERTAIN = 0.8;

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
    const title = { parts: [text], text, unit: '', period: '', spellings: [foldText(text)], groups: [] };
    return this.match(title, { texts: new Map(), filled: 0, empty: 0 }).slice(0, 5);
  }

  /** What a column might be, the likeliest first. */
  match(title: ColumnTitle, values: ColumnValues): ItemMatch[] {
    const found: ItemMatch[] = [];
    for (const { input, names } of this.#inputs) {
      const match = matchOne(title, input.item, names);
      if (match !== null) found.push(this.#weighed(match, values));
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

function matchOne(title: ColumnTitle, item: string, names: readonly string[]): ItemMatch | null {
  const [whole, leaf] = title.spellings;
  const id = foldText(item);
  if (whole === id || leaf === id) return { item, confidence: 0.99, reason: 'id' };
  let best = 0;
  let byGroup = false;
  for (const name of names) {
    for (const spelling of title.spellings) {
      best = Math.max(best, spelling === name ? 0.97 : saysMore(spelling, name) ? 0 : likeness(spelling, name));
    }
    // A title above several columns names none of them for sure.
    if (best < 0.7 && title.groups.includes(name) && !title.spellings.some((spelling) => saysMore(spelling, name))) {
      best = 0.7;
      byGroup = true;
    }
  }
  if (best < LEAST) return null;
  return { item, confidence: best, reason: best >= 0.97 ? 'title' : 'alike', ...(byGroup ? { byGroup } : {}) };
}

function saysMore(spelling: string, name: string): boolean {
  return OTHER_FIGURES.test(spelling) && !OTHER_FIGURES.test(name);
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
