import { Fraction } from '../../../number/fraction.ts';
import { parseExact } from '../../../number/text.ts';
import type { ValueType } from '../../../plan/cell.ts';
import { exactNumber } from '../../exact.ts';
import type { CompiledInput } from '../../compile/inputs.ts';
import type { Compilation } from '../../load-scheme.ts';
import type { SchemeAttribute, SchemeParameter } from '../../schema/scheme.ts';
import { isRecord } from './lines.ts';
import { anything, numbers, together, word } from './possible-values.ts';
import type { Possible, Sources } from './possible-values.ts';
import * as ranges from './range.ts';
import type { Range } from './range.ts';

/** What a scheme says of the values that come in: limits and words of inputs, values of parameters. */
export function schemeSources({ file, compiler }: Compilation): Sources {
  return {
    parameter: (name, type) => ofParameter(file.parameters?.[name], type),
    attribute: (name, type) => ofAttribute(file.attributes?.[name], type),
    rows: (item, field) => {
      const input = compiler.inputs.find(item);
      if (input === null) return anything('number');
      return field === 'value' ? ofValue(input) : ofWords(input.categories);
    },
  };
}

/** Within its limits where it has some, otherwise what it is set to. */
function ofParameter(written: SchemeParameter | undefined, type: ValueType): Possible {
  const full = isRecord(written)
    ? (written as Exclude<SchemeParameter, string | number | boolean>)
    : { value: written };
  if (type === 'number' && (full.min !== undefined || full.max !== undefined)) {
    return numbers(within(exactOf(full.min), exactOf(full.max)));
  }
  const values = [...(full.value === undefined ? [] : [full.value]), ...Object.values(full.from ?? {})];
  const known = values.flatMap((value): Possible[] => {
    if (type === 'flag') return []; // a switch is there to be switched
    const number = type === 'number' ? exactOf(value as string | number) : null;
    if (type === 'word') return [word([String(value)])];
    return number === null ? [] : [numbers(ranges.point(number))];
  });
  return known.length === 0 ? anything(type) : together(known, type);
}

function ofAttribute(written: SchemeAttribute | undefined, type: ValueType): Possible {
  if (written === undefined || type !== 'number') return anything(type);
  return numbers(within(exactOf(written.min), exactOf(written.max)));
}

function ofValue(input: CompiledInput): Possible {
  if (input.kind === 'flag') return anything('flag');
  if (input.kind === 'level' || input.words.length > 0) return ofWords(input.words);
  const low = input.min === null ? null : parseExact(input.min);
  const high = input.max === null ? null : parseExact(input.max);
  if (input.kind !== 'event' || input.needsValue) return numbers(within(low, high));
  // How often: a whole number, and a row of 0 is not there.
  return numbers(within(low ?? Fraction.ONE, high, Fraction.ONE));
}

/** Limits the wrong way round say nothing: what follows from them would be said beside the fault itself. */
function within(low: Fraction | null, high: Fraction | null, step?: Fraction): Range {
  const isSwapped = low !== null && high !== null && low.compare(high) > 0;
  return isSwapped ? ranges.range(null, null, step) : ranges.range(low, high, step);
}

function ofWords(words: readonly string[]): Possible {
  return words.length === 0 ? anything('word') : word(words);
}

function exactOf(value: string | number | undefined): Fraction | null {
  return value === undefined ? null : exactNumber(value);
}
