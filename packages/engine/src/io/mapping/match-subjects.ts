import { distance } from 'fastest-levenshtein';

import type { Subject } from '../../data/dataset.ts';
import { foldText } from '../fold-text.ts';

export interface SubjectCandidate {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
}

const MOST = 4;
/** Words around a name that say nothing about which unit it is. */
const FRAMES = /[()（）[\]【】《》"'“”·.,，、]/g;

/** Who a name that no subject has might be, the likeliest first. It is for a person to say. */
export function subjectCandidates(text: string, subjects: readonly Subject[]): SubjectCandidate[] {
  const wanted = bare(text);
  if (wanted === '' || subjects.length > 20_000) return [];
  const found: SubjectCandidate[] = [];
  for (const { id, name } of subjects) {
    const score = Math.max(likeness(wanted, bare(name)), idLikeness(text, id));
    if (score >= 0.5) found.push({ id, name, score });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, MOST);
}

/** Who it is in all likelihood: near to one subject and clearly less so to any other. It is for a person to confirm. */
export function likelySubject([first, second]: readonly SubjectCandidate[]): SubjectCandidate | null {
  return first && first.score >= 0.75 && first.score - (second?.score ?? 0) >= 0.1 ? first : null;
}

function bare(text: string): string {
  return foldText(text).replace(FRAMES, '').slice(0, 100);
}

/** What offices put before and behind a name, or leave out. 大石桥村 is no 石桥村, but 石桥村委会 is. */
const BEFORE = /^(?:本|我|省|市|县|区|镇|乡|街道)?$/;
const BEHIND =
  /^(?:村|村委会|委会|村民委员会|委员会|社区|居委会|居民委员会|镇|乡|街道|街道办|街道办事处|办事处|人民政府|政府|县|市|区|局|办|办公室|中心|党委|党工委|党组|党总支|党支部|支部|公司|有限公司|有限责任公司|集团)?$/;
/** Near enough to be offered, not to be proposed. */
const SOMETHING_ELSE = 0.7;

function saysNothing(long: string, short: string): boolean {
  const at = long.indexOf(short);
  return BEFORE.test(long.slice(0, at)) && BEHIND.test(long.slice(at + short.length));
}

const NUMERALS = '零一二三四五六七八九';

function inDigits(text: string): string {
  return text.replace(/[零一二三四五六七八九]/g, (numeral) => String(NUMERALS.indexOf(numeral)));
}

function likeness(a: string, b: string): number {
  if (b === '') return 0;
  if (a === b) return 0.98;
  // 测试四村 and 测试4村.
  if (inDigits(a) === inDigits(b)) return 0.95;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const share = short.length / long.length;
  if (short.length >= 2 && long.includes(short)) return saysNothing(long, short) ? 0.6 + 0.3 * share : SOMETHING_ELSE;
  const steps = distance(a, b);
  const near = steps <= Math.max(1, Math.floor(long.length * 0.34)) && long.length > 2 ? 0.9 - steps / long.length : 0;
  // An abbreviation takes letters of the full name in their order: 发改委 of 发展和改革委员会.
  const abbreviated = short.length >= 2 && isSubsequence(short, long) ? 0.5 + 0.3 * share : 0;
  return Math.max(near, abbreviated);
}

/** A sheet turns the id `0012` into 12. */
function idLikeness(text: string, id: string): number {
  const [a, b] = [foldText(text).replace(/^0+(?=.)/, ''), foldText(id).replace(/^0+(?=.)/, '')];
  return a !== '' && a === b ? 0.95 : 0;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
