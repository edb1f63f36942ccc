import type { LocalText, ResultsDescription } from '@kaoheng/engine/reader';
import type { Place } from '../app/place.ts';
import type { Messages } from '../locales/messages.ts';

/** What a name is made from, besides the place. */
export interface NameSources {
  readonly words: Messages;
  readonly description: ResultsDescription | null;
  readonly pick: (text: LocalText) => string;
  readonly nameOf: (subject: string) => string;
}

/** A look in words: what is shown, of whom and when, and how it is arranged. What stands as it starts is left out. */
export function lookInWords(place: Place, { words, description, pick, nameOf }: NameSources): string {
  const { view, subject, period, group, sort, search, columns, loss, owner, lines, layout } = place;
  const part = description?.parts.find(({ id }) => id === place.part);
  const isResults = view === 'results';
  return [
    isResults && subject ? nameOf(subject) : words.views[view],
    part && pick(part.title),
    period && view !== 'parameters' && words.periodName(period),
    group,
    isResults && sort && words.savedViews.sorted(columnTitle(sort, place, { words, description, pick, nameOf })),
    isResults && search && words.savedViews.searched(search),
    isResults && subject && columns && words.savedViews.allColumns,
    isResults && subject && loss && words.savedViews.byLoss,
    view === 'data' && owner,
    view === 'data' && lines && words.savedViews.allLines,
    view === 'data' && layoutTitle(layout, words),
  ]
    .filter(Boolean)
    .join(' · ');
}

function layoutTitle(layout: string, { gaps: { layouts } }: Messages): string | undefined {
  return (layouts as Readonly<Record<string, string>>)[layout];
}

function columnTitle(sort: string, place: Place, { words, description, pick }: NameSources): string {
  const column = sort.replace(/ descending$/, '');
  const part = description?.parts.find(({ id }) => id === place.part) ?? description?.parts[0];
  const id = column.startsWith('item:')
    ? column.slice('item:'.length)
    : { total: part?.known.total, grade: part?.known.grade, rank: part?.known.rank }[column];
  const node = part?.nodes.find((candidate) => candidate.id === id);
  return node ? pick(node.title) : (words.savedViews.columns[column] ?? column);
}

/** A name that no view has yet: the wish, with a number behind it where it is taken. */
export function freeName(wish: string, taken: readonly string[]): string {
  for (let number = 2, name = wish; ; number += 1, name = `${wish} (${number})`) {
    if (!taken.includes(name)) return name;
  }
}
