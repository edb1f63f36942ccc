import type { Dataset } from '../data/dataset.ts';
import { isPlainName } from '../data/item-pattern.ts';
import { scoreTexts } from '../locale/score-texts.ts';
import { ScoreError } from '../score/score-error.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import type { SchemeLoad } from './load-scheme.ts';
import { itemsOfFamily } from './source/template-tables.ts';
import type { FamilyItems } from './source/template-tables.ts';

/** More items of a family are no figures that somebody reports, but a mistake in the data. */
const MOST_ITEMS = 500;

const NOWHERE = { period: '', subject: '', node: '' } as const;

/**
 * A scheme whose templates run over families of items. What it holds is known with the data: it is compiled for the items
 * that they hold, and once more only when these change. Before, it stands as for data without any.
 */
export function schemeOverItems(
  families: readonly string[],
  checked: CompiledScheme,
  compile: (items: FamilyItems) => SchemeLoad,
): CompiledScheme {
  const declared = new Set(checked.inputs.map(({ item }) => item));
  let known: { readonly key: string; readonly scheme: CompiledScheme } | null = null;
  const forData = ({ observations }: Pick<Dataset, 'observations'>): CompiledScheme => {
    const present = new Set(observations.map(({ item }) => item));
    const held = new Map(families.map((family) => [family, itemsOfFamily(family, present, declared)]));
    const key = JSON.stringify([...held]);
    if (known?.key !== key) {
      for (const [family, items] of held) refuse(family, items);
      known = { key, scheme: compiled(compile((family) => held.get(family) ?? [])) };
    }
    return { ...known.scheme, forData };
  };
  const empty = compile(() => []).scheme ?? checked;
  return { ...empty, inputs: checked.inputs, attributes: checked.attributes, forData };
}

function refuse(family: string, items: readonly string[]): void {
  const odd = items.find((item) => !isPlainName(item));
  if (odd !== undefined) throw new ScoreError('score.item-name', scoreTexts.itemNotPlain(odd, family), NOWHERE);
  if (items.length > MOST_ITEMS)
    throw new ScoreError('score.too-many-items', scoreTexts.tooManyItems(family, items.length, MOST_ITEMS), NOWHERE);
}

/** The items of the data can make a scheme wrong that was right without them: `key.a` and `key.a.avg` side by side. */
function compiled({ scheme, findings }: SchemeLoad): CompiledScheme {
  if (scheme !== null) return scheme;
  const fault = findings.find(({ severity }) => severity === 'error');
  const message = fault?.message ?? { zh: '', en: '' };
  throw new ScoreError('score.items', scoreTexts.itemsDoNotFit(message), NOWHERE);
}
