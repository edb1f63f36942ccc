import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../scheme/checks/check-scheme.ts';

const SCHEMES = new URL('../../schemes/', import.meta.url);
const FAULTY = new URL('faulty/', SCHEMES);

/** Schemes whose warnings have been looked at one by one: there are none. */
const CLEAN = ['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages'];

/** The list of all faults beside the schemes; faults.test.ts reads it. */
const LIST = 'faults.yaml';

const yaml = (folder: URL): string[] => readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== LIST);

describe('What the sources of the catalogue say, faults included', () => {
  it.each(yaml(FAULTY))('%s: the checker names that fault and invents no other', (name) => {
    const text = readFileSync(new URL(name, FAULTY), 'utf8');
    const expected = [...text.matchAll(/^# expect: (\S+) @ (.+)$/gm)].map(([, code, path]) => `${code} @ ${path}`);
    const findings = checkScheme(text);

    expect(expected).not.toEqual([]);
    expect(findings.map(({ code, path }) => `${code} @ ${path.join('.')}`).sort()).toEqual(expected.sort());
    expect(findings.filter(({ position }) => position === null)).toEqual([]);
  });

  it.each(yaml(FAULTY))('%s is named after its scheme and the number of the fault', (name) => {
    const text = readFileSync(new URL(name, FAULTY), 'utf8');
    const [, scheme] = /^scheme: (.+)$/m.exec(text) ?? [];
    expect(name).toMatch(new RegExp(`^${scheme}-\\d+\\.yaml$`));
    expect(text).toMatch(/^# .*Fault \d+: /);
  });
});

describe('The built-in schemes', () => {
  it.each(yaml(SCHEMES))('%s has no error', { timeout: 20_000 }, (name) => {
    const findings = checkScheme(readFileSync(new URL(name, SCHEMES), 'utf8'));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(CLEAN)('%s has no warning', (id) => {
    const findings = checkScheme(readFileSync(new URL(`${id}.yaml`, SCHEMES), 'utf8'));
    expect(findings.filter(({ severity }) => severity === 'warning')).toEqual([]);
  });
});
