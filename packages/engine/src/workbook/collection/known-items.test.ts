import { expect, it } from 'vitest';

import { loadScheme } from '../../scheme/load-scheme.ts';
import { knownItems } from './known-items.ts';

const SCHEME = `
scheme: families
title: 示例
period: year
inputs:
  tons: { kind: number, title: 产量 }
  key.*: { kind: number, title: 核心数据, NA: true }
  key.sub.*: { kind: level, title: 细项, words: [好, 差] }
  mark.*: { kind: score, max: 10, title: 单项评分 }
items:
  - { id: mark.road, title: 道路, max: 10, score: given }
  - { id: mark.water, title: 供水, max: 10, score: given }
results:
  - { id: total, title: 总分, formula: mark.road + mark.water + tons }
`;
const row = (item: string) => ({
  period: '2024',
  subject: 'v1',
  item,
  value: '1',
  category: '',
  rater: '',
  matter: '',
  date: '',
  note: '',
  origin: { file: '', sheet: '', row: 1, column: 'D' },
});

it('names what is declared, what rules name, and what the data hold, each once and with its own declaration', () => {
  const { scheme } = loadScheme(SCHEME);
  const observations = ['key.b', 'tons', 'key.a', 'key.sub.x', 'key.a', 'mark.road'].map(row);
  expect(
    knownItems(scheme!, { observations } as never).map(({ item, title, kind }) => `${item} ${title.zh} ${kind}`),
  ).toEqual([
    'tons 产量 number',
    'key.a 核心数据 number',
    'key.b 核心数据 number',
    'key.sub.x 细项 level',
    'mark.road 道路 score',
    'mark.water 供水 score',
  ]);
});

it('leaves out families of which nobody knows a member', () => {
  const { scheme } = loadScheme(SCHEME);
  expect(knownItems(scheme!, { observations: [] }).map(({ item }) => item)).toEqual([
    'tons',
    'mark.road',
    'mark.water',
  ]);
});
