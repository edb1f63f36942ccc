import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../../', import.meta.url));

/** A code where a fault is made: `new SchemeError('…'`, `context.fail('…'`, and so on. */
const CODE = /(?:SchemeError\(|fail\(|#(?:error|fault)\(|'error',|const code =|code:)\s*'([a-z-]+\.[a-z-]+)'/g;

/** The codes of all faults that reading and compiling a scheme can give, as the sources have them. */
export function loadingCodes(): string[] {
  const files = ['scheme', 'rules'].flatMap((folder) => sources(join(src, folder)));
  const codes = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(CODE)].map((match) => match[1] ?? ''));
  return [...new Set([...codes, ...formulaCodes()])].sort();
}

function formulaCodes(): string[] {
  const type = /type FormulaErrorCode =([^;]+);/.exec(readFileSync(join(src, 'formula/syntax.ts'), 'utf8'))?.[1] ?? '';
  return [...type.matchAll(/'([a-z-]+)'/g)].map((match) => `formula.${match[1] ?? ''}`);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('checks'))
    .map((name) => join(folder, name));
}
