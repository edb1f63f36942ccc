import { describe, expect, it } from 'vitest';

import { fileName, periodsInName, titledFileName } from './file-name.ts';

describe('a text as the name of a file', () => {
  it.each([
    ['乡村级：考评/2025', '乡村级：考评_2025'],
    ['a<b>c:d"e|f?g*h\\i\n', 'a_b_c_d_e_f_g_h_i_'],
    ['CON', 'CON_'],
    ['con.x', 'con_.x'],
    ['confession', 'confession'],
    ['.hidden', '_hidden'],
    ['名称. . ', '名称'],
    ['', '_'],
  ])('%j becomes %j', (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  it('stays within what file systems take in bytes, and cuts no character in half', () => {
    for (const character of ['考', '𠮷', 'a']) {
      const name = fileName(character.repeat(300));
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(235);
      expect(name.replaceAll(character, '')).toBe('');
    }
  });

  it('cuts the title and not what tells one file from another', () => {
    const name = titledFileName('考'.repeat(200), '2025', '成绩');
    expect(name).toMatch(/^考+ 2025 成绩$/);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(235);
    expect(titledFileName('考评', '', '填报表')).toBe('考评 填报表');
  });

  it('holds nothing that disguises an ending, and no half characters', () => {
    expect(fileName('a\u202exslx.exe')).toBe('a_xslx.exe');
    expect(fileName('村\ud800')).toBe('村_');
    expect(fileName('村\u{20bb7}')).toBe('村\u{20bb7}');
  });

  it('names a few periods, and of many the first and the last', () => {
    expect(periodsInName([], 'zh')).toBe('');
    expect(periodsInName(['2025', '2024'], 'zh')).toBe('2024、2025');
    expect(periodsInName(['2025-04', '2025-01', '2025-02', '2025-03'], 'zh')).toBe('2025-01至2025-04');
  });
});
