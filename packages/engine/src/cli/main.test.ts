import { describe, expect, it } from 'vitest';

import { makeFolder, runTool } from './testing/run-tool.ts';

const COMMANDS = ['score', 'explain', 'check', 'schemes', 'template', 'map', 'import', 'export', 'publish'];

describe('the command line tool', () => {
  it('shows what it can do, as a result when asked and as a fault when called with nothing', async () => {
    const asked = await runTool(['--help']);
    expect(asked).toMatchObject({ code: 0, messages: [] });
    for (const name of COMMANDS) expect(asked.out).toContain(`\n  ${name} `);

    expect(await runTool([])).toMatchObject({ code: 2, out: '', messages: [asked.out] });
    expect((await runTool(['help'])).out).toBe(asked.out);
  });

  it.each(COMMANDS)('shows how %s is called, in both languages', async (name) => {
    const { code, out } = await runTool([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage +kaoheng ${name}`, 'm'));
    expect(out).toMatch(/^Examples$/m);

    const chinese = await runTool([name, '-h', '--lang', 'zh']);
    expect(chinese.out).toMatch(new RegExp(`^用法 +kaoheng ${name}`, 'm'));
    expect((await runTool(['help', name])).out).toBe(out);
  });

  it('tells its version', async () => {
    expect(await runTool(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.each([
    [
      ['chek', 'x.yaml'],
      'There is no command "chek". Commands: score, explain, check, schemes, template, map, import, export, publish. Did you mean "check"?',
    ],
    [['--hlep'], 'There is no option --hlep. Did you mean "--help"?'],
    [['schemes', '--jso'], 'There is no option --jso. Did you mean "--json"?'],
    [['schemes', '-j'], 'There is no option -j.'],
    [['schemes', '--json=1'], 'The option --json takes no value.'],
    [['schemes', 'all'], '"all" is not understood. Options begin with --, values with spaces need quotes.'],
    [['schemes', '--lang', 'fr'], '--lang is zh or en, not "fr".'],
    [['score', '--scheme'], 'The option --scheme needs a value: <id or file>.'],
    [['score', '--scheme', '--out'], 'The option --scheme needs a value: <id or file>.'],
    [['score', '--scheme', 'a', '--scheme', 'b'], 'The option --scheme can be given only once.'],
    [['score', '--out', 'x.csv'], 'The option --scheme <id or file> is missing.'],
  ])('refuses a wrong call with 2 and says why: %j', async (argv, message) => {
    const { code, out, messages } = await runTool(argv);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(messages[0]).toBe(message);
    expect(messages[1]).toMatch(/^See: kaoheng .*--help$/);
  });

  describe('chooses the language of its messages', () => {
    const speaks = async (argv: readonly string[], environment: Record<string, string>): Promise<string> =>
      /命令/.test((await runTool(argv, environment)).messages.join()) ? 'zh' : 'en';

    it('by --lang before everything else', async () => {
      expect(await speaks(['nothing', '--lang', 'zh'], { LANG: 'en_GB.UTF-8' })).toBe('zh');
      expect(await speaks(['--lang=en', 'nothing'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    });

    it('by the environment, in the order of POSIX', async () => {
      expect(await speaks(['nothing'], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
      expect(await speaks(['nothing'], { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en');
      expect(await speaks(['nothing'], { LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' })).toBe('zh');
    });
  });
});

describe('several values behind one option', () => {
  it('are all its own, as a shell writes them for a pattern', async () => {
    const folder = await makeFolder();
    const [, scheme = '', , subjects = '', , observations = ''] = folder.call;
    const { code, out } = await runTool(['score', '--scheme', scheme, '--data', subjects, observations]);
    const apart = await runTool(['score', ...folder.call]);
    await folder.remove();
    expect(code).toBe(0);
    expect(out).toBe(apart.out);
  });
});

describe('kaoheng schemes', () => {
  it('lists the built-in schemes with title, version, parts and periods', async () => {
    const { code, out } = await runTool(['schemes']);

    expect(code).toBe(0);
    expect(out).toMatch(/^edu-talent {2}\S.* {2}version 1\n {2}by year\n/m);
    expect(out).toMatch(
      /^teacher-ethics {2}.*\n {2}teachers {2}Teachers {2}by year\n {2}schools {2}Schools {2}by year\n/m,
    );
    expect(out).toMatch(/^township-9-villages {2}/m);
    expect(out).not.toContain('has errors');
  });

  it('lists them as JSON', async () => {
    const listed = JSON.parse((await runTool(['schemes', '--json'])).out) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['edu-talent', 'land-conservation', 'teacher-ethics', 'township-9-villages']),
    );
  });
});
