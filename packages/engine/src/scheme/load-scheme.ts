import { schemeTexts } from '../locale/scheme-texts.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import { CompiledSchemeBuilder } from './compiled-scheme.ts';
import { schemeOverItems } from './data-scheme.ts';
import { SchemeCompiler } from './compile/compile-scheme.ts';
import type { PartCompiler } from './compile/part-compiler.ts';
import { SchemeError } from './compile/scheme-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from './finding.ts';
import type { SchemeFile } from './schema/scheme.ts';
import { SchemeSource } from './source/scheme-source.ts';
import { sampleItems } from './source/template-tables.ts';
import type { FamilyItems } from './source/template-tables.ts';
import { readSchemeFile } from './source/read-scheme-file.ts';

/** What reading a scheme gave: the scheme when it can be computed, and everything that was found on the way. */
export interface SchemeLoad {
  /** `null` when there is a finding of severity `error`. */
  readonly scheme: CompiledScheme | null;
  readonly findings: readonly Finding[];
}

/** A scheme file as far as it could be read: what was compiled of it, faults or not, and what was found on the way. */
export interface SchemeReading {
  readonly source: SchemeSource;
  readonly findings: readonly Finding[];
  /** `null` where the shape of the file is wrong. With faults in rules, the nodes that have none are compiled. */
  readonly compilation: Compilation | null;
}

export interface Compilation {
  readonly file: SchemeFile;
  readonly compiler: SchemeCompiler;
  readonly plan: Plan;
  readonly parts: readonly PartCompiler[];
}

/** Reads, checks and compiles a scheme file (YAML or JSON). Never throws: faults are findings with their position. */
export function loadScheme(text: string): SchemeLoad {
  return loadReading(readScheme(text));
}

/** The scheme of a file that has been read, when it can be computed. */
export function loadReading(reading: SchemeReading): SchemeLoad {
  const { source, findings } = reading;
  const scheme = build(reading);
  if (scheme === null || source.expansion.families.length === 0) return { scheme, findings };
  const compile = (items: FamilyItems): SchemeLoad => {
    const again = readScheme(source.text, items);
    return { scheme: build(again), findings: again.findings };
  };
  return { scheme: schemeOverItems(source.expansion.families, scheme, compile), findings };
}

function build({ findings, compilation }: SchemeReading): CompiledScheme | null {
  if (compilation === null || findings.some(({ severity }) => severity === 'error')) return null;
  const { file, compiler, plan, parts } = compilation;
  return new CompiledSchemeBuilder(file, compiler, plan, parts).build();
}

/**
 * Reads and compiles as much as can be, for the checks. Never throws. `items`: those of a family that a template runs
 * over; as long as there are no data, a sample.
 */
export function readScheme(text: string, items: FamilyItems = sampleItems): SchemeReading {
  const source = new SchemeSource(text, items);
  const { file, findings, misread } = readSchemeFile(source);
  if (file === null) return { source, findings, compilation: null };
  try {
    const compiler = new SchemeCompiler(file, source.expansion.families, misread);
    const { plan, parts, faults } = compiler.compile();
    const compiled = faults.map(({ error, clause }) =>
      source.finding('error', error.code, error.text, error.remedy, error.path, { clause, span: error.span }),
    );
    return { source, findings: [...findings, ...compiled], compilation: { file, compiler, plan, parts } };
  } catch (error) {
    return { source, findings: [...findings, faultOf(error, source)], compilation: null };
  }
}

function faultOf(error: unknown, source: SchemeSource): Finding {
  if (error instanceof SchemeError) {
    const { code, text, remedy, path, span } = error;
    return source.finding('error', code, text, remedy, path, { span });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return source.finding('error', 'scheme.internal', schemeTexts.internal(reason), schemeTexts.seeReference, []);
}
