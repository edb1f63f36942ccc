import type { Cell, ValueType } from '../../plan/cell.ts';
import { Fault } from '../../plan/cell.ts';
import { Fraction } from '../../number/fraction.ts';
import { formatNumber, parseNumber } from '../../number/text.ts';
import type { ParameterValues } from '../../plan/exact/sources.ts';
import type { LocalText } from '../../reader/figure.ts';
import { exactNumber } from '../exact.ts';
import type { Literal } from '../schema/common.ts';
import type { SchemeParameter } from '../schema/scheme.ts';
import { localText } from '../texts.ts';

/** A setting of the scheme as it is offered for change. */
export interface ParameterDeclaration {
  readonly name: string;
  readonly title: LocalText;
  readonly unit: string;
  readonly clause: string;
  readonly type: ValueType;
  /** Value written in the scheme, as text; empty when unset or when it depends on the period. */
  readonly value: string;
  /** Values by the year from which they hold. */
  readonly dated: Readonly<Record<string, string>>;
  /** Limits that a value must keep, both included, as decimal texts; `null`: none. */
  readonly min: string | null;
  readonly max: string | null;
}

/** Values that take the place of those in the scheme, as texts. An empty text unsets a parameter. */
export type ParameterSettings = Readonly<Record<string, string>>;

/** The settings of a scheme. */
export class Parameters {
  readonly #declared: ReadonlyMap<string, ParameterDeclaration>;

  constructor(written: Readonly<Record<string, SchemeParameter>>) {
    this.#declared = new Map(Object.entries(written).map(([name, parameter]) => [name, declare(name, parameter)]));
  }

  names(): readonly string[] {
    return [...this.#declared.keys()];
  }

  all(): readonly ParameterDeclaration[] {
    return [...this.#declared.values()];
  }

  find(name: string): ParameterDeclaration | null {
    return this.#declared.get(name) ?? null;
  }

  typeOf(name: string): ValueType | null {
    return this.#declared.get(name)?.type ?? null;
  }

  /** Values for a run: the settings first, then what the scheme says. A parameter that is not set is a fault where it is needed. */
  values(settings: ParameterSettings): ParameterValues {
    return Object.fromEntries(
      this.all().map((parameter) => {
        const set = settings[parameter.name];
        const fixed = toCell(set ?? parameter.value, parameter);
        if (set !== undefined || Object.keys(parameter.dated).length === 0) return [parameter.name, () => fixed];
        return [parameter.name, (year: number) => toCell(datedValue(parameter.dated, year), parameter)];
      }),
    );
  }
}

/** The value from the latest year that is not after `year`; years before the first take the first. */
function datedValue(dated: Readonly<Record<string, string>>, year: number): string {
  const years = Object.keys(dated).sort();
  const holding = years.filter((from) => Number(from) <= year).at(-1) ?? years[0] ?? '';
  return dated[holding] ?? '';
}

function toCell(text: string, { name, type }: ParameterDeclaration): Cell {
  if (text === '') return new Fault('parameter-unset', name);
  if (type === 'word') return text;
  if (type === 'flag') return text === 'true';
  return parseNumber(text) ?? exactNumber(text) ?? new Fault('not-a-number', text);
}

function declare(name: string, parameter: SchemeParameter): ParameterDeclaration {
  const full: Exclude<SchemeParameter, Literal> = typeof parameter === 'object' ? parameter : { value: parameter };
  const dated = Object.fromEntries(Object.entries(full.from ?? {}).map(([year, value]) => [year, literalText(value)]));
  const sample = full.value ?? Object.values(full.from ?? {})[0];
  return {
    name,
    title: localText(full.title, name),
    unit: full.unit ?? '',
    clause: full.clause ?? '',
    type: full.kind ?? (sample === undefined ? 'number' : literalType(sample)),
    value: full.value === undefined ? '' : literalText(full.value),
    dated,
    min: limitText(full.min),
    max: limitText(full.max),
  };
}

function literalText(value: Literal): string {
  return String(value);
}

function literalType(value: Literal): ValueType {
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'number') return 'number';
  return exactNumber(value) instanceof Fraction ? 'number' : 'word';
}

function limitText(value: number | string | undefined): string | null {
  const number = value === undefined ? null : exactNumber(value);
  return number === null ? null : formatNumber(number).text;
}
