import type { Finding } from '../finding.ts';
import { readScheme } from '../load-scheme.ts';
import type { SchemeReading } from '../load-scheme.ts';
import type { Needs } from './check.ts';
import { CHECKS } from './registry.ts';
import { SchemeView } from './view/scheme-view.ts';

/**
 * Everything there is to say about a scheme file: what hinders it from being computed, then what is doubtful about its
 * rules, in the order of the file. Never throws.
 */
export function checkScheme(text: string): readonly Finding[] {
  return checkReading(readScheme(text));
}

/** The same for a scheme that has been read already. */
export function checkReading({ source, findings, compilation }: SchemeReading): readonly Finding[] {
  if (compilation === null) return findings;
  const isSound = !findings.some(({ severity }) => severity === 'error');
  const view = new SchemeView(source, compilation, isSound);
  const views: Readonly<Record<Needs, SchemeView | null>> = {
    rules: view,
    figures: isSound ? view : new SchemeView(source, compilation, isSound, true),
    scheme: isSound ? view : null,
  };
  const found = CHECKS.flatMap(({ check, needs }) => {
    const seen = views[needs];
    return seen === null ? [] : check(seen);
  });
  return [...findings, ...found.filter(({ path }) => !view.isMisread(path))].sort(byPlace);
}

function byPlace({ position: a }: Finding, { position: b }: Finding): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
