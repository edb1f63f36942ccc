import { checkReading } from '../../scheme/checks/check-scheme.ts';
import type { ParameterSettings } from '../../scheme/compile/parameters.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { inputsUnder } from '../../scheme/input-limits.ts';
import { loadReading, readScheme } from '../../scheme/load-scheme.ts';
import { scoreDataset } from '../../score/score-dataset.ts';
import type { EnginePort } from '../engine-port.ts';

/** The engine behind the port. Readers of files are heavy and are loaded with the first import. */
export const realEngine: EnginePort = {
  loadScheme: (text) => {
    const reading = readScheme(text);
    const { scheme } = loadReading(reading);
    const findings = checkReading(reading);
    if (!scheme) return { scheme, findings };
    const { id, title, version, inputs, parameters } = scheme;
    const score = scoreDataset.bind(null, scheme);
    const inputsSet = (settings: ParameterSettings): readonly InputDeclaration[] =>
      inputsUnder(inputs, parameters, settings);
    return { scheme: { id, title, version, inputs, parameters, inputsUnder: inputsSet, score }, findings };
  },
  importFiles: async (files, inputs, options) => {
    const { importFiles } = await import('../../io/import.ts');
    return importFiles(files, inputs, options);
  },
};
