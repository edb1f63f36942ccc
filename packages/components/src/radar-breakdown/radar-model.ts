import { childItems, type Profile, type ProfileSeries } from '@kaoheng/engine/reader';
import type { Messages } from '../locales/messages.ts';

export type SeriesKind = ProfileSeries['kind'];

/** A radar needs at least this many axes to have an area. */
export const FEWEST_AXES = 3;

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
