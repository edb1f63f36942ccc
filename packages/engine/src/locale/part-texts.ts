import type { LocalText } from '../reader/figure.ts';

/** Texts about faults of parts and of how they belong together. */
export const partTexts = {
  unrelatedParts: (a: string, b: string): LocalText => ({
    zh: `“${a}”与“${b}”两部分之间没有归属关系`,
    en: `The parts "${a}" and "${b}" do not belong together`,
  }),
  relateParts: {
    zh: '用 belongs to 写明哪一列给出所属对象',
    en: 'Say with "belongs to" which column names the subject that the other belongs to',
  } as LocalText,
  noMembers: (part: string, other: string): LocalText => ({
    zh: `“${other}”的对象不属于“${part}”的对象，不是它的成员：这样写没有谁参加考核`,
    en: `Subjects of "${other}" do not belong to those of "${part}", so they are no members of it: nobody would take part`,
  }),
  noHolders: (part: string, other: string): LocalText => ({
    zh: `“${part}”的对象不属于“${other}”的对象：这样写没有谁参加考核`,
    en: `Subjects of "${part}" do not belong to those of "${other}": nobody would take part`,
  }),
  turnTakingPart: (as: 'members' | 'holders'): LocalText =>
    as === 'members'
      ? {
          zh: '按所属对象参加的，写 holders of',
          en: 'Where they take part with those they belong to, write "holders of"',
        }
      : { zh: '随成员参加的，写 members of', en: 'Where they take part with their members, write "members of"' },
  ambiguousParts: (a: string, b: string): LocalText => ({
    zh: `“${a}”与“${b}”都写了 belongs to，分不清谁属于谁`,
    en: `Both "${a}" and "${b}" say "belongs to" without a part, so it is open which belongs to which`,
  }),
  namePart: {
    zh: '写成 belongs to: { part: 所属部分, by: 列名 }',
    en: 'Write belongs to: { part: the holder, by: the column }',
  } as LocalText,
  idleBelonging: (key: string, beside: string): LocalText => ({
    zh: `belongs to 写了 ${beside}，${key} 没有作用`,
    en: `Beside "${beside}", "${key}" would have no effect`,
  }),
  dropBelonging: (key: string): LocalText => ({
    zh: `删去 ${key}，或在 by 写编号所在的列名`,
    en: 'Remove it, or name a column of ids in "by"',
  }),
  noPart: (id: string): LocalText => ({ zh: `没有“${id}”这个部分`, en: `There is no part "${id}"` }),
  belongsTwice: (id: string): LocalText => ({
    zh: `belongs to 里“${id}”写了两次`,
    en: `There are two ways to belong to "${id}"`,
  }),
  belongOnce: {
    zh: '每个部分只写一种归属',
    en: 'Write one way for each part',
  } as LocalText,
  ofNamed: (figure: LocalText, part: LocalText): LocalText => ({
    zh: `所涉${part.zh}的${figure.zh}`,
    en: `${figure.en} of the ${part.en} named`,
  }),
  nobodyToName: (part: string): LocalText => ({
    zh: `没有“${part}”这一部分，或其中没有可以指明的对象`,
    en: `There is no part "${part}", or it has no subjects that could be named`,
  }),
  noComplete: (id: string): LocalText => ({
    zh: `“${id}”写了 incomplete if，但这一部分没有 complete`,
    en: `"${id}" says "incomplete if", but this part has no \`complete\``,
  }),
  dropIncomplete: { zh: '去掉 incomplete if 或 complete: false', en: 'Remove one of the two' } as LocalText,
} as const;
