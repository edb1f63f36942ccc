import type { LocalText } from '../reader/figure.ts';
import { asList } from '../scheme/schema/common.ts';
import type { Amount, Literal } from '../scheme/schema/common.ts';
import type { NodeKeys } from '../scheme/schema/node.ts';
import { joinTexts, localText } from '../scheme/texts.ts';
import { apart, wordFormula } from './formula-words.ts';
import { stepTexts } from './step-texts.ts';

type Title = (name: string) => LocalText;

/** A rule in words together with what the node says beside it: whom it is for, exceptions, limits, rounding, stand-ins. */
export function withModifiers(rule: LocalText, node: NodeKeys, titleOf: Title): LocalText {
  const parts = [rule, ...sentences(node, titleOf)];
  return {
    zh: parts.map(({ zh }) => zh).join('。'),
    en: parts.map(({ en }) => en).join('. '),
  };
}

function sentences(node: NodeKeys, titleOf: Title): LocalText[] {
  return [
    ...limits(node, titleOf),
    ...exceptions(node, titleOf),
    ...rounding(node),
    ...needs(node, titleOf),
    ...standIns(node),
    ...applicability(node, titleOf),
  ];
}

function limits(node: NodeKeys, titleOf: Title): LocalText[] {
  const most = node['at most'];
  const least = node['at least'];
  return [
    ...(most === undefined ? [] : [amountText(most, titleOf, '最多 ', 'At most ')]),
    ...(least === undefined ? [] : [amountText(least, titleOf, '至少 ', 'At least ')]),
  ];
}

function amountText(value: Amount, titleOf: Title, zh: string, en: string): LocalText {
  const words = typeof value === 'number' ? { zh: String(value), en: String(value) } : wordFormula(value, titleOf);
  return { zh: zh + words.zh, en: en + words.en };
}

function exceptions({ unless }: NodeKeys, titleOf: Title): LocalText[] {
  return asList(unless).map(({ if: when, title, is, use }) => {
    const condition = title === undefined ? wordFormula(when, titleOf) : localText(title, '');
    const result = use === undefined ? literalText(is ?? 0) : wordFormula(use, titleOf);
    return { zh: `${condition.zh}的，为 ${result.zh}`, en: `${condition.en}: ${result.en}` };
  });
}

function rounding({ round }: NodeKeys): LocalText[] {
  if (round === undefined) return [];
  if (typeof round === 'object' && 'significant' in round) return [stepTexts.significant(round.significant)];
  const { places, mode = 'half up' } = typeof round === 'number' ? { places: round } : round;
  return [stepTexts.rounded(places, mode)];
}

function needs(node: NodeKeys, titleOf: Title): LocalText[] {
  const items = asList(node.needs);
  if (items.length === 0) return [];
  const names = joinTexts(items.map(titleOf), '、', ', ');
  return [{ zh: `还须有：${names.zh}`, en: `Also needs ${names.en}` }];
}

const STATES = [
  ['if unset', '参数未定时', 'Where a parameter is not set'],
  ['if missing', '缺少数据时', 'Where data is missing'],
  ['if not applicable', '不适用时', 'Where it does not apply'],
  ['if dividing by zero', '除数为 0 时', 'Where a divisor is 0'],
] as const;

function standIns(node: NodeKeys): LocalText[] {
  return STATES.flatMap(([key, zh, en]) => {
    const value = node[key];
    if (value === undefined) return [];
    const words = literalText(value);
    return [{ zh: `${zh}为${apart(words.zh)}`, en: `${en}: ${words.en}` }];
  });
}

function applicability(node: NodeKeys, titleOf: Title): LocalText[] {
  const only = node['only if'];
  const missing = node['missing if'];
  const exists = node['exists if'];
  const incomplete = node['incomplete if'];
  const texts: LocalText[] = [];
  if (exists !== undefined) {
    const words = wordFormula(exists, titleOf);
    texts.push({ zh: `仅在以下情形有此项：${words.zh}`, en: `Exists only if ${words.en}` });
  }
  if (incomplete !== undefined) {
    const words = wordFormula(incomplete, titleOf);
    texts.push({ zh: `以下情形视为数据不全：${words.zh}`, en: `Data is incomplete if ${words.en}` });
  }
  if (only !== undefined) {
    const words = wordFormula(only, titleOf);
    texts.push({ zh: `仅适用于：${words.zh}`, en: `Applies only if ${words.en}` });
  }
  if (missing !== undefined) {
    const words = wordFormula(missing, titleOf);
    texts.push({ zh: `视为缺数据：${words.zh}`, en: `Counts as missing if ${words.en}` });
  }
  return texts;
}

const LITERALS: Readonly<Record<string, LocalText>> = {
  NA: { zh: '不适用', en: 'not applicable' },
  missing: { zh: '缺数据', en: 'missing' },
  'full marks': { zh: '满分', en: 'full marks' },
  'half marks': { zh: '满分的一半', en: 'half of the full marks' },
  'group mean': { zh: '同组平均', en: 'the mean of the group' },
  none: { zh: '无', en: 'none' },
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

function literalText(value: Literal): LocalText {
  const text = String(value);
  return LITERALS[text] ?? { zh: text, en: text };
}
