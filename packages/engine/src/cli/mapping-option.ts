import Type from 'typebox';
import { Value } from 'typebox/value';

import { sheetMapping } from '../io/mapping/mapping-schema.ts';
import type { SheetMapping } from '../io/mapping/sheet-mapping.ts';
import { cliHelpTexts } from '../locale/cli-help-texts.ts';
import { cliTexts } from '../locale/cli-texts.ts';
import { CliError } from './cli-error.ts';
import type { CommandCall, OptionDefinition } from './command.ts';
import { readNamedFile } from './files.ts';

/** How sheets in foreign layouts are read. */
export const MAPPING_OPTION: Readonly<Record<string, OptionDefinition>> = {
  mapping: { value: cliHelpTexts.jsonValue, many: true, help: cliHelpTexts.mapping },
};

const file = Type.Array(sheetMapping);

/** The mappings of all files that a call names. */
export async function readMappings(call: CommandCall): Promise<readonly SheetMapping[]> {
  const mappings: SheetMapping[] = [];
  for (const path of call.texts('mapping')) {
    // oxlint-disable-next-line no-await-in-loop
    mappings.push(...parsed(path, new TextDecoder().decode(await readNamedFile(path))));
  }
  return mappings;
}

function parsed(path: string, text: string): readonly SheetMapping[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CliError(cliTexts.noMapping(path, ''));
  }
  if (Value.Check(file, value)) return value as unknown as readonly SheetMapping[];
  const [error] = Value.Errors(file, value);
  throw new CliError(cliTexts.noMapping(path, error?.instancePath ?? ''));
}
