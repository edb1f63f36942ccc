import { wordingTexts } from '../../locale/check-wording-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { Finding, SchemePath } from '../finding.ts';
import type { Title } from '../schema/common.ts';
import { localText } from '../texts.ts';
import type { SchemeCheck } from './check.ts';
import { isRecord } from './view/lines.ts';
import type { SchemeView } from './view/scheme-view.ts';

/** What is called grave, and is done by any row at all. */
export const degrees: SchemeCheck = {
  codes: ['text.degree'],
  needs: 'rules',
  check: (view) => view.nodes.flatMap(({ path, clause }) => within(view.at(path), path, clause, view)),
};

const DEGREE = /严重|重大|特大|恶劣|情节较重/;
/** Keys that name an event, and keys that choose among its rows. */
const COUNTING = ['event', 'each', 'once', 'row'] as const;
const CHOOSING = ['where', 'categories', 'by', 'bands', 'sum at least', 'if'] as const;
const HAPPENED = /^exists\(\s*([^\s[\]()]+)\s*\)$/;

function within(value: unknown, path: SchemePath, clause: string, view: SchemeView): Finding[] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => within(entry, [...path, at], clause, view));
  if (!isRecord(value)) return [];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    key === 'items' ? [] : within(one, [...path, key], clause, view),
  );
  return [...ofEntry(value, path, clause, view), ...inner];
}

/** A condition or a line with a title of its own, over every row of an item. */
function ofEntry(entry: Readonly<Record<string, unknown>>, path: SchemePath, clause: string, view: SchemeView) {
  const title = localText(entry['title'] as Title | undefined, '');
  const degree = DEGREE.exec(title.zh)?.[0];
  const input = degree === undefined ? null : view.input(itemOf(entry) ?? '');
  if (degree === undefined || input === null) return [];
  const said = [
    input.title,
    ...Object.values(input.categoryTitles),
    ...input.categories.map((zh): LocalText => ({ zh, en: zh })),
  ];
  if (said.some(({ zh }) => DEGREE.test(zh))) return [];
  const text = wordingTexts.degree(title, degree, input.title);
  return [view.finding('note', 'text.degree', text, path, clause)];
}

/** The item of which every row counts. */
function itemOf(entry: Readonly<Record<string, unknown>>): string | null {
  const asked = typeof entry['if'] === 'string' ? HAPPENED.exec(entry['if'])?.[1] : undefined;
  if (asked !== undefined) return asked.replace(/^input\./, '');
  const key = COUNTING.find((name) => typeof entry[name] === 'string');
  return key === undefined || CHOOSING.some((name) => entry[name] !== undefined) ? null : (entry[key] as string);
}
