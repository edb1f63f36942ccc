import { Fraction } from '../../number/fraction.ts';
import { exactText } from '../../number/text.ts';
import { Fault, MISSING, isState } from '../cell.ts';
import type { Cell } from '../cell.ts';
import type { Rung } from '../plan.ts';

/** Where a word stands on a scale. The empty word stands nowhere and is missing; one that is not on the scale is a fault. */
export function rungOf({ from, words }: Rung, word: Cell): Cell {
  if (isState(word)) return word;
  if (word === '') return MISSING;
  const text = String(word);
  const at = words.indexOf(text);
  if (at < 0) return new Fault('off-scale', text);
  return Fraction.of(from === 'best' ? at + 1 : words.length - at);
}

/** The word on a rung, counted from the worst. Beyond the ends the scale goes no further. */
export function wordOnRung(words: readonly string[], rung: Cell): Cell {
  if (isState(rung)) return rung;
  if (!(rung instanceof Fraction)) return new Fault('not-a-number', String(rung));
  if (!rung.isWhole) return new Fault('not-a-step', exactText(rung));
  const highest = Fraction.of(words.length);
  const held = rung.compare(Fraction.ONE) < 0 ? Fraction.ONE : rung.compare(highest) > 0 ? highest : rung;
  return words[words.length - Number(held.numerator)] as string;
}
