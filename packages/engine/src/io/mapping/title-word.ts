import type { LocalText } from '../../reader/figure.ts';
import { foldText } from '../fold-text.ts';

/** The one word whose title is this text. */
export function titleWord(text: string, titles: Readonly<Record<string, LocalText>>): string | null {
  const folded = foldText(text);
  const found = Object.entries(titles).filter(([, { zh, en }]) => foldText(zh) === folded || foldText(en) === folded);
  return found.length === 1 ? found[0]![0] : null;
}
