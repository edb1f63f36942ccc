import type { LocalText } from '../../reader/figure.ts';

/** A remark after another one, if there is one. */
export function joinRemarks(first: LocalText | undefined, second: LocalText): LocalText {
  return first === undefined ? second : { zh: `${first.zh}；${second.zh}`, en: `${first.en}; ${second.en}` };
}
