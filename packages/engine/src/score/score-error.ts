import type { LocalText } from '../reader/figure.ts';

/** A figure that cannot be computed: the scoring stops here, with the place and the reason. */
export class ScoreError extends Error {
  readonly code: string;
  readonly text: LocalText;
  readonly period: string;
  readonly subject: string;
  readonly node: string;
  constructor(
    code: string,
    text: LocalText,
    place: { readonly period: string; readonly subject: string; readonly node: string },
  ) {
    super(text.en);
    this.name = 'ScoreError';
    this.code = code;
    this.text = text;
    this.period = place.period;
    this.subject = place.subject;
    this.node = place.node;
  }
}
