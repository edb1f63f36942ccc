import type { LocalText } from '../reader/figure.ts';

export type Language = keyof LocalText;

/** The language of the messages: `--lang`, else what the environment says, else that of the system. */
export function chooseLanguage(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = askedLanguage(argv);
  if (asked !== null) return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const stated = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  // `C` says that nobody has chosen; Windows sets none of them.
  const isChosen = stated !== undefined && !/^(C|POSIX)(\.|$)/.test(stated);
  const locale = isChosen ? stated : new Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Looked for before anything else is read, so that faults of the call are told in it too. */
function askedLanguage(argv: readonly string[]): Language | null {
  for (const [at, argument] of argv.entries()) {
    const value = argument === '--lang' ? argv[at + 1] : /^--lang=(.*)$/.exec(argument)?.[1];
    if (value !== undefined && isLanguage(value)) return value;
  }
  return null;
}

export function isLanguage(text: string): text is Language {
  return text === 'zh' || text === 'en';
}
