import { childItems, type Profile, type ProfileSeries } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';

export type SeriesKind = ProfileSeries['kind'];

/** A radar needs at least this many axes to have an area. */
const FEWEST_AXES = 3;

export function seriesName(series: ProfileSeries, profile: Profile, messages: Messages): string {
  const hasGroups = profile.part.groups.length > 0;
  switch (series.kind) {
    case 'subject':
      return series.name || messages.subject;
    case 'mean':
      return hasGroups ? messages.groupMean : messages.mean;
    case 'best':
      return hasGroups ? messages.groupBest : messages.best;
    default:
      return messages.previous;
  }
}

/** Share of full marks in percent, for drawing; held between 0 and 100 so that an excess does not leave the chart. */
export function sharePercent(profile: Profile, series: ProfileSeries, axis: number): number | null {
  const share = rawShare(profile, series, axis);
  return share === null ? null : Math.min(100, Math.max(0, share));
}

/** Share of full marks in percent as text, for people: one place, no limits. */
export function shareText(profile: Profile, series: ProfileSeries, axis: number): string | null {
  const share = rawShare(profile, series, axis);
  return share === null ? null : `${share.toFixed(1)}%`;
}

function rawShare(profile: Profile, series: ProfileSeries, axis: number): number | null {
  const figure = series.figures[axis];
  if (!figure || figure.state === 'na') return null;
  const number = figure.state === 'missing' ? 0 : figure.number;
  return number === null ? null : (number / profile.axes[axis]!.max) * 100;
}

/**
 * Percentages to draw a series with, one per axis. A radar cannot leave a corner out, so where there is no share the
 * outline goes straight from one neighbour to the other: a corner in the middle would read as zero. `null` when too
 * little is left for an outline.
 */
export function outlineOf(profile: Profile, series: ProfileSeries): readonly number[] | null {
  const count = profile.axes.length;
  const shares = profile.axes.map((_, axis) => sharePercent(profile, series, axis));
  const known = shares.flatMap((share, axis) => (share === null ? [] : [axis]));
  if (known.length < FEWEST_AXES) return null;
  const angle = (2 * Math.PI) / count;
  const outline = shares.map((share) => share ?? 0);
  for (const [position, from] of known.entries()) {
    const to = known[(position + 1) % known.length]!;
    const steps = (to - from + count) % count;
    // A line across half the circle or more would not meet the axes between.
    if (steps > 1 && steps * 2 >= count) return null;
    for (let step = 1; step < steps; step += 1) {
      const [before, after] = [step * angle, (steps - step) * angle];
      const [near, far] = [shares[from]!, shares[to]!];
      const spread = near * Math.sin(before) + far * Math.sin(after);
      outline[(from + step) % count] = spread === 0 ? 0 : (near * far * Math.sin(before + after)) / spread;
    }
  }
  return outline;
}

/** Axes that have items below them. */
export function branchAxes(profile: Profile): readonly number[] {
  return profile.axes.flatMap(({ node }, index) => (childItems(profile.part, node.id).length > 0 ? [index] : []));
}

/** The branch a profile is opened at and the branches above it, outermost first. */
export function trailOf(profile: Profile, of: string): readonly string[] {
  const byId = new Map(profile.part.nodes.map((node) => [node.id, node]));
  const trail: string[] = [];
  for (let node = byId.get(of); node && node.role === 'item'; node = byId.get(node.parent ?? ''))
    trail.unshift(node.id);
  return trail;
}
