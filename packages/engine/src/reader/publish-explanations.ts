import type { Explanation, InputReading } from '../explain/explanation.ts';
import type { Scored } from '../score/scored.ts';
import { HiddenWords } from './hidden-words.ts';
import { slimExplanation, withheldExplanation } from './published-explanations.ts';
import type { PublishedExplanation } from './published-file.ts';
import type { PartScope, PublishScope } from './publish-scope.ts';
import type { ExplainQuery, SubjectLabel } from './results-reader.ts';

type Explain = (query: ExplainQuery) => Explanation | null | Promise<Explanation | null>;

/**
 * The explanations of a part, by node and row. One that would tell what is not published is published as rule and clause
 * alone: its arithmetic holds the figures that it was made from.
 */
export async function publishedExplanations(
  scored: Scored,
  scope: PublishScope,
  { part, rows, nodes, shows }: PartScope,
  hidden: HiddenWords,
  explain: Explain,
  labels: ReadonlyMap<number, SubjectLabel>,
): Promise<Record<string, (PublishedExplanation | null)[]>> {
  const censor = new Censor(scope, hidden, explain);
  const labelOf = new Map([...labels].map(([at, label]) => [scored.subjects[at]!.subject, label.subject]));
  const explanations: Record<string, (PublishedExplanation | null)[]> = {};
  for (const node of nodes) {
    const column: (PublishedExplanation | null)[] = [];
    for (const row of rows) {
      const { period, subject } = part.keys[row]!;
      const isWritten = shows(node.id, row) && part.figures.get(node.id)?.[row];
      const query = { part: part.description.id, period, subject: scored.subjects[subject]!.subject, node: node.id };
      // oxlint-disable-next-line no-await-in-loop
      const explanation = isWritten ? await explain(query) : null;
      // oxlint-disable-next-line no-await-in-loop
      column.push(explanation && (await censor.publish(explanation, node, labelOf)));
    }
    explanations[node.id] = column;
  }
  return explanations;
}

class Censor {
  readonly #scope: PublishScope;
  readonly #hidden: HiddenWords;
  readonly #explain: Explain;
  /** Verdicts on figures that the scheme hides, which several others may be made from. */
  readonly #steps = new Map<string, Promise<boolean>>();
  /** Of a subject in a period, the items of the data that figures which stay behind are made from. */
  readonly #behind = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(scope: PublishScope, hidden: HiddenWords, explain: Explain) {
    this.#scope = scope;
    this.#hidden = hidden;
    this.#explain = explain;
  }

  async publish(
    explanation: Explanation,
    node: Parameters<typeof slimExplanation>[1],
    labelOf: ReadonlyMap<string, string>,
  ): Promise<PublishedExplanation> {
    const slim = slimExplanation(
      explanation,
      node,
      ({ part, period, subject, node: of }) => this.#scope.showsFigure(part, period, subject, of),
      (subject) => labelOf.get(subject) ?? '',
    );
    const isOpen =
      !this.#tellsGroups(explanation) &&
      (await this.#restsOnPublished(explanation)) &&
      !(await this.#tellsOfLeftOut(explanation)) &&
      !this.#tells(slim, explanation);
    return isOpen ? slim : withheldExplanation(slim, (text) => this.#hidden.isIn(text));
  }

  /**
   * Whether it tells who is in one group where visitors are not to see that: how many stand in a ranking, whose figures
   * are behind a mean, who belongs to whom, what stands in the column that makes the groups.
   */
  #tellsGroups({ looksAt, part, inputs }: Explanation): boolean {
    const hidden = this.#scope.parts.flatMap(({ groups }) =>
      groups && groups.mode !== 'names' ? [groups.column] : [],
    );
    if (hidden.length === 0) return false;
    if (looksAt === 'kin' || inputs.some(({ item }) => hidden.includes(item))) return true;
    return looksAt === 'group' && this.#scope.groupsOf(part)?.mode === 'none';
  }

  /** Whether all that the figure was made from may be seen: no ratings, no others' data, no figures that stay behind. */
  async #restsOnPublished({ inputs, figures, part, period, subject }: Explanation): Promise<boolean> {
    if (inputs.some(({ isRating }) => isRating === true)) return false;
    const others = inputs.flatMap(({ rows }) => rows.filter((row) => row.subject !== subject));
    if (others.some((row) => !this.#scope.showsSubject(part, period, row.subject))) return false;
    for (const reference of figures) {
      const { part: of, period: when, subject: whose, node } = reference;
      if (this.#scope.showsFigure(of, when, whose, node)) continue;
      if (!this.#scope.isStep(of, node) || !this.#scope.showsSubject(of, when, whose)) return false;
      // oxlint-disable-next-line no-await-in-loop
      if (!(await this.#isOpenStep({ part: of, period: when, subject: whose, node }))) return false;
    }
    return true;
  }

  /** Whether it shows data from which a figure that stays behind can be worked out. */
  async #tellsOfLeftOut({ inputs, part, period, subject }: Explanation): Promise<boolean> {
    const items = inputs.filter(isOfData).map(({ item }) => item);
    if (items.length === 0) return false;
    const behind = await this.#readBehind(part, period, subject);
    return items.some((item) => behind.has(item));
  }

  #readBehind(part: string, period: string, subject: string): Promise<ReadonlySet<string>> {
    const key = JSON.stringify([part, period, subject]);
    const known = this.#behind.get(key);
    if (known) return known;
    const items = (async () => {
      const read = new Set<string>();
      for (const node of this.#scope.leftOut(part, period, subject)) {
        // oxlint-disable-next-line no-await-in-loop
        const explanation = await this.#explain({ part, period, subject, node });
        for (const input of explanation?.inputs ?? []) if (isOfData(input)) read.add(input.item);
      }
      return read;
    })();
    this.#behind.set(key, items);
    return items;
  }

  #isOpenStep(query: ExplainQuery & { part: string }): Promise<boolean> {
    const key = JSON.stringify([query.part, query.period, query.subject, query.node]);
    const known = this.#steps.get(key);
    if (known) return known;
    const verdict = (async () => {
      const explanation = await this.#explain(query);
      return explanation !== null && (await this.#restsOnPublished(explanation));
    })();
    this.#steps.set(key, verdict);
    return verdict;
  }

  /** Whether its words name somebody hidden, or say what stands in notes and matters of the data. */
  #tells(slim: PublishedExplanation, { inputs }: Explanation): boolean {
    const said = textsOf(slim);
    if (said.some((text) => this.#hidden.isIn(text))) return true;
    const written = new HiddenWords(inputs.flatMap(({ rows }) => rows.flatMap(({ note, matter }) => [note, matter])));
    return said.some((text) => written.isIn(text));
  }
}

/** Parameters and columns of the subjects are no secret of one figure. */
function isOfData({ isParameter, isAttribute }: InputReading): boolean {
  return isParameter !== true && isAttribute !== true;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
