import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import type { LocalText } from '../reader/figure.ts';
import { ONLY_PART } from '../scheme/compile/compile-scheme.ts';
import { readSchemeFile } from '../scheme/source/read-scheme-file.ts';
import { SchemeSource } from '../scheme/source/scheme-source.ts';
import { localText } from '../scheme/texts.ts';
import { builtInIds, readBuiltIn } from './built-in-schemes.ts';
import type { Command } from './command.ts';
import type { Language } from './language.ts';

/** A built-in scheme as it is listed. */
interface ListedScheme {
  readonly id: string;
  readonly title: LocalText;
  readonly version: string;
  readonly parts: readonly { readonly id: string; readonly title: LocalText; readonly period: string }[];
  /** `false` when its file has faults: it is listed all the same, for nothing is dropped in silence. */
  readonly usable: boolean;
}

/** `kaoheng schemes`: what comes with the tool. */
export const schemesCommand: Command = {
  name: 'schemes',
  summary: cliHelpTexts.schemes,
  options: { json: { help: cliHelpTexts.json } },
  examples: ['kaoheng schemes', 'kaoheng schemes --json'],
  async run({ terminal, language, isSet }) {
    const listed = await Promise.all((await builtInIds()).map(async (id) => listScheme(id, await readBuiltIn(id))));
    const text = isSet('json')
      ? JSON.stringify(listed, null, 2)
      : listed.map((scheme) => schemeLines(scheme, language)).join('\n\n');
    await terminal.write(`${text}\n`);
    return 0;
  },
};

/** Reads the head of a scheme and checks its shape. Its rules are compiled when it is used. */
function listScheme(id: string, text: string): ListedScheme {
  const { file } = readSchemeFile(new SchemeSource(text));
  const title = localText(file?.title, id);
  const parts = (file?.parts ?? []).map(({ part = ONLY_PART, title: own, period }) => ({
    id: part,
    title: own === undefined ? title : localText(own, part),
    period,
  }));
  return { id, title, version: String(file?.version ?? ''), parts, usable: file !== null };
}

function schemeLines({ id, title, version, parts, usable }: ListedScheme, language: Language): string {
  const edition = version === '' ? '' : `  ${cliTexts.version(version)[language]}`;
  const head = `${id}  ${title[language]}${edition}${usable ? '' : `  ${cliTexts.faulty[language]}`}`;
  // A scheme of one part is the part.
  const lines = parts.map((part) => {
    const period = cliTexts.periodKinds[part.period as keyof typeof cliTexts.periodKinds][language];
    return parts.length === 1 ? `  ${period}` : `  ${part.id}  ${part.title[language]}  ${period}`;
  });
  return [head, ...lines].join('\n');
}
