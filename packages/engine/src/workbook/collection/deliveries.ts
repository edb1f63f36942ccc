import type { Dataset } from '../../data/dataset.ts';
import { isFamily } from '../../data/item-pattern.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { NodeDescription } from '../../reader/results-reader.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import type { Scored } from '../../score/scored.ts';
import { audienceOf } from './audience.ts';
import { inputUses } from './input-use.ts';
import { periodsOfKind } from './periods.ts';

/** One line that the scheme asks for, with everybody it is asked of. */
export interface DeliveryLine {
  readonly item: string;
  readonly title: LocalText;
  /** Who has to deliver it; empty where the scheme does not say. */
  readonly from: string;
  readonly period: string;
  /** By subject, in the order of the subjects table; whoever is not asked is not there. */
  readonly subjects: readonly SubjectDelivery[];
}

export interface SubjectDelivery {
  readonly subject: string;
  readonly name: string;
  /**
   * `na`: all its rows say that the item does not apply, and the scheme provides for that; where it does not, such rows
   * are none. `missing`: no row, and a figure waits for it. `not needed`: no row, and no figure waits for it, because the
   * rules say what holds without one or do not ask for it here.
   */
  readonly state: 'given' | 'na' | 'missing' | 'not needed';
  readonly rows: number;
}

/**
 * Who has delivered what for a period and those within it: a line for each item and period that the scheme asks for.
 * Events are left out, for nothing that happened is no gap, and so are families of items that nobody has named.
 */
export function deliveryLines(
  scheme: CompiledScheme,
  { subjects, observations }: Dataset,
  period: string,
  scored: Scored,
): DeliveryLine[] {
  const waiting = new WaitingFigures(scored, period.slice(0, 4));
  const counts = new Map<string, { rows: number; na: number }>();
  for (const { period: of, subject, item, value } of observations) {
    const key = JSON.stringify([of, subject, item]);
    const count = counts.get(key) ?? { rows: 0, na: 0 };
    count.rows += 1;
    if (value === 'NA') count.na += 1;
    counts.set(key, count);
  }
  return inputUses(scheme).flatMap((use) => {
    const { item, declaration, periodKinds, nodes } = use;
    if (declaration.kind === 'event' || isFamily(item)) return [];
    const asked = audienceOf(use, subjects, scheme);
    return periodKinds
      .flatMap((kind) => periodsOfKind([period], kind))
      .map((of): DeliveryLine => ({
        item,
        title: declaration.title,
        from: declaration.from,
        period: of,
        subjects: asked.map(({ id, name }) => {
          const count = counts.get(JSON.stringify([of, id, item]));
          if (count !== undefined && (count.na < count.rows || declaration.mayBeNA))
            return { subject: id, name, state: count.na === count.rows ? 'na' : 'given', rows: count.rows };
          const isOwed = waiting.isOwed(nodes, id);
          return { subject: id, name, state: isOwed ? 'missing' : 'not needed', rows: 0 };
        }),
      }));
  });
}

/** Figures that are missing, by subject: what has no row is owed where one of its figures is among them. */
class WaitingFigures {
  /** Nodes that a subject has figures of, and whether one of these is missing. */
  readonly #missing = new Map<string, boolean>();

  /** Of one year: figures of its periods wait for data of each other. */
  constructor({ parts, subjects }: Scored, year: string) {
    for (const { keys, figures } of parts)
      for (const [node, column] of figures)
        keys.forEach(({ subject, period }, at) => {
          if (!period.startsWith(year)) return;
          const figure = column[at];
          const key = keyOf(node, subjects[subject]?.subject ?? '');
          if (figure != null) this.#missing.set(key, this.#missing.get(key) === true || figure.state === 'missing');
        });
  }

  /** Where the subject has no figure of its own, somebody else's rests on it, and nobody can say that it is not needed. */
  isOwed(nodes: readonly NodeDescription[], subject: string): boolean {
    const known = nodes.flatMap(({ id }) => this.#missing.get(keyOf(id, subject)) ?? []);
    return known.length === 0 || known.includes(true);
  }
}

const keyOf = (node: string, subject: string): string => `${node}\n${subject}`;
