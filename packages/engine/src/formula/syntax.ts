/** Where a piece of a formula stands in the text as written: characters from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '**' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or';

/** The formula language: the subset of FEEL that schemes may use. Numbers keep their text, so that nothing is lost. */
export type Expression = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'between'; readonly value: Expression; readonly low: Expression; readonly high: Expression }
  | { readonly kind: 'in'; readonly value: Expression; readonly options: readonly Expression[] }
  | { readonly kind: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
  | { readonly kind: 'filter'; readonly list: Expression; readonly condition: Expression }
);

/** A formula that cannot be used: what is wrong, where, and what would mend it. */
export class FormulaError extends Error {
  readonly code: FormulaErrorCode;
  readonly span: Span;
  /** Names, types or texts that show the fault; the wording is in the locale files. */
  readonly details: readonly string[];
  constructor(code: FormulaErrorCode, span: Span, ...details: string[]) {
    super(`${code} ${details.join(' ')}`);
    this.name = 'FormulaError';
    this.code = code;
    this.span = span;
    this.details = details;
  }
}

export type FormulaErrorCode =
  | 'syntax'
  | 'unsupported'
  | 'unknown-name'
  | 'unknown-function'
  | 'unknown-scale'
  | 'off-scale'
  | 'wrong-type'
  | 'wrong-count'
  | 'not-a-date'
  | 'needs-list'
  | 'needs-value'
  | 'needs-overrides';
