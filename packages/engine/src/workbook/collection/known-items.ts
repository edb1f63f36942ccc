import type { Dataset } from '../../data/dataset.ts';
import { isFamily, itemPattern, ownLetters } from '../../data/item-pattern.ts';
import type { CompiledScheme } from '../../scheme/compiled-scheme.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { inputUses, type InputUse } from './input-use.ts';

/**
 * Every item that rows may be about, each with its declaration: those that the scheme declares, the members of families
 * that its rules name, and those that the data hold. A family of which nobody knows a member is left out.
 */
export function knownItems(
  scheme: CompiledScheme,
  { observations }: Pick<Dataset, 'observations'>,
): readonly InputDeclaration[] {
  const written = new Set(observations.map(({ item }) => item));
  const uses = inputUses(scheme.forData({ observations }));
  const named = new Set(uses.map(({ item }) => item));
  const families = scheme.inputs.filter(({ item }) => isFamily(item));
  const foundIn = (family: string): string[] =>
    families.length === 0 ? [] : [...written].filter((item) => !named.has(item) && nearest(item, families) === family);
  return uses.flatMap((use) => {
    const { item, declaration } = use;
    if (!isFamily(item)) return [{ ...declaration, item, title: titleOf(use) }];
    return foundIn(item)
      .sort()
      .map((member) => ({ ...declaration, item: member }));
  });
}

/** The family that says most of an item. */
function nearest(item: string, families: readonly InputDeclaration[]): string | undefined {
  return families
    .map(({ item: family }) => family)
    .filter((family) => itemPattern(family).test(item))
    .sort((one, other) => ownLetters(other) - ownLetters(one))[0];
}

/** A member of a family is called after the figure of its name, for the family has one title for all. */
function titleOf({ item, declaration, nodes }: InputUse): InputDeclaration['title'] {
  if (item === declaration.item) return declaration.title;
  return nodes.find(({ id }) => id === item)?.title ?? declaration.title;
}
