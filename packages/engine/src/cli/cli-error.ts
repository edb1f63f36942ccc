import type { LocalText } from '../reader/figure.ts';

/** An end that the user can mend: it is told in words, without a stack. */
export class CliError extends Error {
  readonly text: LocalText;
  /** 1: the scheme, the data or the file system is at fault; 2: the call itself is wrong. */
  readonly exitCode: 1 | 2;

  constructor(text: LocalText, exitCode: 1 | 2 = 1) {
    super(text.en);
    this.name = 'CliError';
    this.text = text;
    this.exitCode = exitCode;
  }
}

/** The call itself is wrong: an unknown option, a missing one, a value that cannot be. */
export class UsageError extends CliError {
  constructor(text: LocalText) {
    super(text, 2);
    this.name = 'UsageError';
  }
}
