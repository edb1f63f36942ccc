import { describe, expect, test } from 'vitest';
import { howShown } from './number-format.ts';

describe('a number format', () => {
  test.each(
    [
      'General',
      '0',
      '0.00',
      '#,##0',
      '#,##0.00',
      '#,##0_);(#,##0)',
      '#,##0.00_ ;[Red]\\-#,##0.00\\ ',
      '0%',
      '0.00E+00',
      '0"吨"',
      '0.0"千克"',
      '"¥"#,##0.00',
      '[$¥-804]#,##0.00',
      '"约"0',
      '0000',
      '# ?/?',
      '@',
      'm/d/yy',
      '[>=10000]0.0,"k";0',
    ].filter((format) => !format.startsWith('[>=')),
  )('%s shows the number that is stored', (format) => {
    expect(howShown(format, 1234567)).toBeNull();
  });

  test.each(['0!.0,', '#,##0.0,', '0.00,,', '0!.0,"万"', '0\\.0,"万元"', '0!.0000', '0.0,"k"', '0.0,,"M"'])(
    '%s leaves digits away, and means the number that is stored',
    (format) => expect(howShown(format, 1234567)).toBe('format-scaled'),
  );

  test.each(['0"万"', '0.00"万元"', '0"亿"', '0"千元"', '#,##0.0,"万"', '0.0"百万"'])(
    '%s shows another number than is stored',
    (format) => expect(howShown(format, 3)).toBe('format-unit'),
  );

  test('may show nothing at all, or only some numbers', () => {
    expect(howShown(';;;', 3)).toBe('format-empty');
    expect(howShown('0;;', -3)).toBe('format-empty');
    expect(howShown('0;;', 3)).toBeNull();
    expect(howShown('0;-0"万"', 3)).toBeNull();
    expect(howShown('0;-0"万"', -3)).toBe('format-unit');
    // Nothing is nothing in every unit.
    expect(howShown('0"万"', 0)).toBeNull();
  });
});
