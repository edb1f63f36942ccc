import { ruleCheckTexts } from '../../locale/check-texts.ts';
import { placesCheckTexts } from '../../locale/check-doubt-texts.ts';
import type { Unsaid } from '../../locale/check-doubt-texts.ts';
import { Fraction } from '../../number/fraction.ts';
import { exactNumber } from '../exact.ts';
import type { Finding } from '../finding.ts';
import type { SchemeCheck } from './check.ts';
import { joinTexts } from '../texts.ts';
import { isRecord } from './view/lines.ts';
import type { NodeView, PartView, SchemeView } from './view/scheme-view.ts';

/** Limited places: shares of all or nothing, what is said of ties and rounding, best and worst that meet. */
export const places: SchemeCheck = {
  codes: [
    'places.no-limit',
    'places.no-place',
    'places.unsaid',
    'places.at-least',
    'places.overlap',
    'places.last-anyway',
    'places.which-group',
  ],
  needs: 'rules',
  check: (view) =>
    view.parts.flatMap((part) => {
      const all = part.nodes.flatMap((node) => entryOf(node, view) ?? []);
      return [
        ...all.flatMap((entry) => [
          ...allOrNone(entry, view),
          ...unsaid(entry, view),
          ...leastOfAll(entry, view),
          ...lastAnyway(entry, view),
          ...whichGroup(entry, part, view),
        ]),
        ...overlap(all, view),
      ];
    }),
};

/** Shares that are all of it. */
export const wholeOfPlaces: SchemeCheck = {
  codes: ['places.remainder'],
  needs: 'scheme',
  check: (view) =>
    view.parts.flatMap((part) =>
      remainder(
        part.nodes.flatMap((node) => entryOf(node, view) ?? []),
        part,
        view,
      ),
    ),
};

interface Entry {
  readonly node: NodeView;
  readonly config: Readonly<Record<string, unknown>>;
  readonly share: Fraction | null;
  readonly number: Fraction | null;
}

function entryOf(node: NodeView, view: SchemeView): Entry | null {
  const config = node.tree.node[node.rule];
  if (node.rule !== 'places' || !isRecord(config) || node.compiled === null) return null;
  const exact = (value: unknown): Fraction | null =>
    typeof value === 'number' || typeof value === 'string'
      ? (view.parameter(String(value)) ?? exactNumber(value))
      : null;
  return { node, config, share: exact(config['share']), number: exact(config['number']) };
}

function at({ node }: Entry): readonly (string | number)[] {
  return [...node.path, node.rule];
}

/** A share of everybody or more limits nothing; one of nobody has no place. */
function allOrNone({ node, share, config }: Entry, view: SchemeView): Finding[] {
  if (share === null) return [];
  const path = [...node.path, node.rule, 'share'];
  const { word } = config;
  const name = typeof word === 'string' ? word : node.tree.title.zh;
  if (share.sign <= 0 && config['at least'] === undefined)
    return [view.finding('warning', 'places.no-place', ruleCheckTexts.quotaNoPlace(name, share), path, node.clause)];
  if (share.compare(Fraction.ONE) < 0) return [];
  return [view.finding('warning', 'places.no-limit', ruleCheckTexts.quotaNoLimit(name, share), path, node.clause)];
}

function unsaid(entry: Entry, view: SchemeView): Finding[] {
  const { node, config } = entry;
  const what: Unsaid[] = [];
  if (config['ties'] === undefined) what.push('ties');
  const isShare = config['share'] !== undefined;
  if (isShare && config['rounded'] === undefined) what.push('rounding');
  if (isShare && config['among'] !== undefined && config['share of'] === undefined) what.push('whole');
  if (what.length === 0) return [];
  return [
    view.finding('note', 'places.unsaid', placesCheckTexts.unsaid(node.tree.title, what), at(entry), node.clause),
  ];
}

function leastOfAll(entry: Entry, view: SchemeView): Finding[] {
  const { node, config, share } = entry;
  const written = config['at least'];
  const least = typeof written === 'number' || typeof written === 'string' ? exactNumber(written) : null;
  if (least === null || share === null || least.sign <= 0 || share.sign <= 0) return [];
  const below = Fraction.of(least.dividedBy(share).negated().floor()).negated();
  const text = placesCheckTexts.atLeast(node.tree.title, least, share, below);
  return [view.finding('note', 'places.at-least', text, [...at(entry), 'at least'], node.clause)];
}

/** Shares of one whole that make all of it: rounded, they do so for few numbers only. */
function remainder(all: readonly Entry[], part: PartView, view: SchemeView): Finding[] {
  const shares = all.filter(({ share }) => share !== null && share.sign > 0);
  const sum = shares.reduce((total, { share }) => total.plus(share as Fraction), Fraction.ZERO);
  const [first] = shares;
  if (first === undefined || shares.length < 2 || !sum.equals(Fraction.ONE)) return [];
  const within = new Set(shares.map(({ config }) => config['within'] ?? part.part['rank within'] ?? 'group'));
  if (within.size > 1) return [];
  const multiple = shares.reduce((common, { share }) => leastMultiple(common, (share as Fraction).denominator), 1n);
  const titles = joinTexts(
    shares.map(({ node }) => node.tree.title),
    '、',
    ', ',
  );
  const text = placesCheckTexts.remainder(titles, Fraction.of(multiple));
  return [view.finding('note', 'places.remainder', text, at(first), first.node.clause)];
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** So many of the best and so many of the worst: with fewer than both together they meet. */
function overlap(all: readonly Entry[], view: SchemeView): Finding[] {
  const fixed = all.filter(({ number, config }) => number !== null && config['among'] === undefined);
  const worst = fixed.filter(({ config }) => config['from'] === 'lowest');
  return worst.flatMap((entry) => {
    const best = fixed.find(({ config }) => config['from'] !== 'lowest' && config['by'] === entry.config['by']);
    if (best === undefined) return [];
    const together = (best.number as Fraction).plus(entry.number as Fraction);
    const text = placesCheckTexts.overlap(best.node.tree.title, entry.node.tree.title, together);
    return [view.finding('note', 'places.overlap', text, at(entry), entry.node.clause)];
  });
}

/** Where the subjects are ranked in two ways, a place says in which of them it is. */
function whichGroup(entry: Entry, part: PartView, view: SchemeView): Finding[] {
  const { node, config } = entry;
  if (config['within'] !== undefined) return [];
  const usual = part.part['rank within'] ?? 'group';
  const others = part.nodes.filter((other) => {
    const rank = other.rule === 'rank' ? other.tree.node['rank'] : undefined;
    return isRecord(rank) && (rank['within'] ?? usual) !== usual;
  });
  const [other] = others;
  if (other === undefined) return [];
  const text = placesCheckTexts.whichGroup(node.tree.title, other.tree.title);
  return [view.finding('note', 'places.which-group', text, at(entry), node.clause)];
}

function lastAnyway(entry: Entry, view: SchemeView): Finding[] {
  const { node, config, share } = entry;
  const isOpen = config['from'] === 'lowest' && config['among'] === undefined && config['gate'] === undefined;
  if (!isOpen || share !== null) return []; // a share of one is no place
  const text = placesCheckTexts.lastAnyway(node.tree.title);
  return [view.finding('note', 'places.last-anyway', text, at(entry), node.clause)];
}
