import type { Json } from '../oracle/document.ts';
import type { Choices } from './choices.ts';
import type { Draft } from './part-writing.ts';

/** What stands before the parts: inputs, parameters, attributes. */
export function randomHead(choices: Choices): Draft {
  const single = (kind: string, more: Draft, standIn: Json): Draft => ({
    kind,
    ...more,
    ...(choices.chance(50) ? { NA: true } : {}),
    ...(choices.chance(15) ? { 'without a row': standIn } : {}),
  });
  return {
    inputs: {
      n1: single('number', {}, 3),
      n2: single('number', {}, 0),
      n3: single('number', {}, 60),
      lv: single('level', { words: ['good', 'fair', 'poor'] }, 'poor'),
      fl: single('flag', {}, false),
      ev: { kind: 'event', categories: ['a', 'b', 'c'], ...(choices.chance(40) ? { NA: true } : {}) },
      ea: { kind: 'event', value: 'amount', ...(choices.chance(40) ? { NA: true } : {}) },
      bal: { kind: 'rating', categories: ['lead', 'mass'] },
      vote: { kind: 'rating', words: ['good', 'fair', 'poor'] },
    },
    parameters: { p1: '30%', p2: choices.of([0, 5, 60]), p3: { from: { 2023: 1, 2024: 2.5 } } },
    attributes: {
      pop: { kind: 'number', ...(choices.chance(30) ? { 'if empty': 10 } : {}) },
      kind: { kind: 'word' },
      poor: { kind: 'flag', ...(choices.chance(50) ? { 'if empty': false } : {}) },
    },
  };
}
