import type { LocalText } from '../reader/figure.ts';

/** Suggests a name, where one is near. */
export function didYouMean(name: string): LocalText {
  return name === ''
    ? { zh: '检查拼写，或先在方案中声明', en: 'Check the spelling, or declare it in the scheme first' }
    : { zh: `是否要写“${name}”?`, en: `Did you mean "${name}"?` };
}
