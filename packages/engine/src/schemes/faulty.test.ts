import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../scheme/checks/check-scheme.ts';

const SCHEMES = new URL('../../schemes/', import.meta.url);
const FAULTY = new URL('faulty/', SCHEMES);

/**
 * Warnings of the built-in schemes that have been looked at one by one. They say what is wrong or left open in the source
 * itself; a scheme that is not here has none.
 */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'bureau-secretary-review-10pct': ['parameter.unset'], // "a certain share"
  'community-health-centres': ['target.cannot-move'], // rates that shall fall every year
  'farm-branch-secretary-abc': ['max.full-marks'], // the best choice is worth 90
  'nursing-mbk3': ['weight.range'], // only the contract makes the weights 1
  'property-management': ['category.undeclared', 'division.zero', 'parameter.unset'], // a form full of blanks
  'school-middle-managers': ['cases.other-figure'], // two rates in one scale
  'town-secretary-review': ['parameter.unset'], // "a certain share"
  'township-health-1000': ['category.undeclared'], // members of the team are free words
  'township-hospital-pay': ['max.missing'], // piece rates and the laboratory have no full marks
  'university-branch-secretary-review': ['parameter.unset'], // "a certain share"
  'water-bureau': ['input.unused'], // the staff questionnaire has no weight
};

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
  it.each(yaml(SCHEMES))('%s has no error', (name) => {
    const findings = checkScheme(readFileSync(new URL(name, SCHEMES), 'utf8'));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(yaml(SCHEMES))('%s has no warning but those that its source deserves', (name) => {
    const findings = checkScheme(readFileSync(new URL(name, SCHEMES), 'utf8'));
    const warnings = findings.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    expect([...new Set(warnings)].sort()).toEqual(ACCEPTED[name.replace(/\.yaml$/, '')] ?? []);
  });
});
