import { schemeTexts } from '../locale/scheme-texts.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import { CompiledSchemeBuilder } from './compiled-scheme.ts';
import { SchemeCompiler } from './compile/compile-scheme.ts';
import { SchemeError } from './compile/scheme-error.ts';
import type { Finding } from './finding.ts';
import { SchemeSource } from './source/scheme-source.ts';
import { readSchemeFile } from './source/read-scheme-file.ts';

/** What reading a scheme gave: the scheme when it can be computed, and everything that was found on the way. */
export interface SchemeLoad {
  /** `null` when there is a finding of severity `error`. */
  readonly scheme: CompiledScheme | null;
  readonly findings: readonly Finding[];
}

/** Reads, checks and compiles a scheme file (YAML or JSON). Never throws: faults are findings with their position. */
export function loadScheme(text: string): SchemeLoad {
  const source = new SchemeSource(text);
  const { file, findings } = readSchemeFile(source);
  if (file === null) return { scheme: null, findings };
  try {
    const compiler = new SchemeCompiler(file);
    const { plan, parts, faults } = compiler.compile();
    const compiled = faults.map(({ error, clause }) =>
      source.finding('error', error.code, error.text, error.remedy, error.path, { clause, span: error.span }),
    );
    const all = [...findings, ...compiled];
    const usable = !all.some(({ severity }) => severity === 'error');
    return { scheme: usable ? new CompiledSchemeBuilder(file, compiler, plan, parts).build() : null, findings: all };
  } catch (error) {
    if (error instanceof SchemeError) {
      const { code, text, remedy, path, span } = error;
      return { scheme: null, findings: [...findings, source.finding('error', code, text, remedy, path, { span })] };
    }
    const reason = error instanceof Error ? error.message : String(error);
    const finding = source.finding(
      'error',
      'scheme.internal',
      schemeTexts.internal(reason),
      schemeTexts.seeReference,
      [],
    );
    return { scheme: null, findings: [...findings, finding] };
  }
}
