import type { Dataset } from '../../data/dataset.ts';
import type { Json } from '../oracle/document.ts';

/** A scheme and data for which something is found to be wrong. */
export interface Example {
  readonly scheme: Json;
  readonly data: Dataset;
}

/** Takes away whatever can be taken away while the example stays wrong, so that a person can read what is left. */
export function reduced(example: Example, isWrong: (example: Example) => boolean): Example {
  let current = example;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    // What could not be left out before is seldom spare later: a turn goes on where it is, and another begins after it.
    for (let at = 0; ;) {
      const smaller = nextSmaller(current, at, isWrong);
      if (smaller === null) break;
      current = smaller.example;
      at = smaller.at;
      isChanged = true;
    }
  }
  return current;
}

/** The first smaller example, from a place on, that is still wrong. */
function nextSmaller(
  example: Example,
  from: number,
  isWrong: (example: Example) => boolean,
): { readonly example: Example; readonly at: number } | null {
  let at = 0;
  for (const smaller of smallerOnes(example)) {
    if (at >= from && stillWrong(smaller, isWrong)) return { example: smaller, at };
    at += 1;
  }
  return null;
}

function stillWrong(example: Example, isWrong: (example: Example) => boolean): boolean {
  try {
    return isWrong(example);
  } catch {
    return false;
  }
}

function* smallerOnes({ scheme, data }: Example): Generator<Example> {
  const { subjects, observations } = data;
  for (let size = observations.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < observations.length; at += size) {
      const left = observations.filter((_, index) => index < at || index >= at + size);
      yield { scheme, data: { subjects, observations: left } };
    }
  }
  for (const gone of subjects) {
    yield { scheme, data: { subjects: subjects.filter((subject) => subject !== gone), observations } };
  }
  for (const smaller of smallerValues(scheme)) yield { scheme: smaller, data };
}

/** Every way to leave out one entry, to lift a map's only node, or to say something simpler. */
function* smallerValues(json: Json): Generator<Json> {
  if (Array.isArray(json)) {
    const list = json as readonly Json[];
    for (let at = 0; at < list.length; at += 1) yield list.filter((_, index) => index !== at);
    for (let at = 0; at < list.length; at += 1) {
      for (const smaller of smallerValues(list[at] as Json))
        yield list.map((old, index) => (index === at ? smaller : old));
    }
  } else if (typeof json === 'object' && json !== null) {
    const map = json as Readonly<Record<string, Json>>;
    for (const key of Object.keys(map)) {
      yield Object.fromEntries(Object.entries(map).filter(([other]) => other !== key));
    }
    for (const key of Object.keys(map)) {
      for (const smaller of smallerValues(map[key] as Json)) yield { ...map, [key]: smaller };
    }
  } else if (typeof json === 'string' && /[^\w.%]/.test(json)) {
    yield* simplerFormulas(json);
  }
}

/** Texts with a bracketed piece in the place of the whole, or a number in the place of a bracketed piece. */
function* simplerFormulas(text: string): Generator<string> {
  for (const word of text.match(/[A-Za-z_][\w.]*|\d[\d.]*/g) ?? []) yield word;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== '(') continue;
    let depth = 0;
    for (let end = at; end < text.length; end += 1) {
      if (text[end] === '(') depth += 1;
      if (text[end] === ')') depth -= 1;
      if (depth > 0) continue;
      yield text.slice(at + 1, end);
      if (end - at > 2) yield `${text.slice(0, at)}(1)${text.slice(end + 1)}`;
      yield* text
        .slice(at + 1, end)
        .split(', ')
        .filter((part) => part !== text);
      break;
    }
  }
  for (const [sign] of text.matchAll(/ (?:and|or|\+|-|\*|\/|<=|>=|<|>|=|then|else) /g)) {
    const [left = '', ...right] = text.split(sign);
    yield left.replace(/^\(?if /, '');
    yield right.join(sign);
  }
}
