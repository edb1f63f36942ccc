/** An event row whose value is 0 or NA counts as not there. */
export function didNotHappen(value: string): boolean {
  return value === 'NA' || (/^[+-]?0*\.?0*$/.test(value) && value !== '');
}
