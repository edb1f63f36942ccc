import { numberFigure, type Profile } from '@kaoheng/engine/reader';
import { describe, expect, it } from 'vitest';
import { villageReader } from '../../../../stories/fixtures/readers.ts';
import { outlineOf } from './radar-model.ts';

const sample = await villageReader().profile({ period: '2025', subject: 'v06' });

/** A profile of axes to 100 with these shares; `null` does not apply. */
function outline(...shares: (number | null)[]): readonly number[] | null {
  const axes = shares.map(() => ({ node: sample.axes[0]!.node, max: 100 }));
  const figures = shares.map((share) => (share === null ? null : numberFigure(String(share))));
  const profile: Profile = { ...sample, axes, series: [{ kind: 'subject', name: '', figures }] };
  return outlineOf(profile, profile.series[0]!);
}

describe('the outline of a radar', () => {
  it('goes through every figure, a zero too', () => {
    expect(outline(80, 0, 60)).toEqual([80, 0, 60]);
  });

  it('passes over what does not apply on a straight line between the neighbours, not through the middle', () => {
    const shares = outline(50, null, 50, 50, 50, 50)!;
    expect(shares[1]).toBeCloseTo(50 * Math.cos(Math.PI / 3), 9);
    expect(outline(null, 0, 50, 50, 0)![0]).toBe(0);
  });

  it('is not drawn when too little applies', () => {
    expect(outline(50, 50, null)).toBeNull();
    expect(outline(50, 50, 50, null, null, null)).toBeNull();
  });
});
