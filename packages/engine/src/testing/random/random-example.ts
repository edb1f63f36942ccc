import { Choices } from './choices.ts';
import { randomData } from './random-data.ts';
import { randomScheme } from './random-scheme.ts';
import type { Example } from './reduce-example.ts';

/** A random scheme with random data for it, always the same for a seed. */
export function randomExample(seed: number): Example {
  const choices = new Choices(seed);
  const written = randomScheme(choices);
  return { scheme: written.scheme, data: randomData(choices, written) };
}
