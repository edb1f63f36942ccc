/**
 * A figure as it leaves the engine: exact text to read, a double to draw.
 *
 * Widgets print `text` and never compute with `number`; a bar or a radar may use `number` for its length.
 */
export interface Figure {
  /**
   * `value`: there is one; `missing`: not delivered yet (counts 0, shows `0`); `na`: does not apply; `held`: there is one,
   * and it is not published, because too few people stand behind it.
   */
  readonly state: 'value' | 'missing' | 'na' | 'held';
  /**
   * What to print: a decimal without trailing zeros, a word, `true`, `false`, `NA`, `0` where missing, or nothing where it is held back.
   * A quotient that does not end is rounded half up to 12 places and `exact` is `false`.
   */
  readonly text: string;
  /** The nearest double for drawing and sorting; `null` for words and for what is missing or does not apply. */
  readonly number: number | null;
  /** `false` when `text` is a rounding of a fraction that does not end. */
  readonly exact: boolean;
}

/** A text in both languages of the interface. `en` falls back to `zh` where a scheme gives no English. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}
