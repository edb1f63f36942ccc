import { isFamily, itemPattern } from '../../data/item-pattern.ts';
import { suggestName } from '../../formula/suggest.ts';
import { didYouMean } from '../../locale/did-you-mean.ts';
import { inputTexts } from '../../locale/input-texts.ts';
import { MISSING } from '../../plan/cell.ts';
import type { NodeId } from '../../plan/plan.ts';
import type { SchemePath } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { NodeKeys } from '../schema/node.ts';
import type { CompiledInput } from './inputs.ts';
import type { PartCompiler } from './part-compiler.ts';
import { isList, isSingle, readRows } from './rows.ts';
import { SchemeError } from './scheme-error.ts';

/** Columns of the inputs that a node `needs` beside those that its rule reads: missing or NA where they are. */
export function neededInputs(node: NodeKeys & { readonly id: string }, part: PartCompiler, path: SchemePath): NodeId[] {
  return asList(node.needs).flatMap((pattern) =>
    itemsLike(pattern, part, path).map((item) => needed(item, node.id, part, path)),
  );
}

function itemsLike(pattern: string, part: PartCompiler, path: SchemePath): readonly string[] {
  if (!isFamily(pattern)) return [pattern];
  const matches = itemPattern(pattern);
  const items = part.scheme.inputs.items().filter((item) => !isFamily(item) && matches.test(item));
  if (items.length > 0) return items;
  const near = didYouMean(suggestName(pattern, part.scheme.inputs.items()));
  throw new SchemeError('input.unknown', inputTexts.unknownInput(pattern), near, path);
}

function needed(item: string, own: string, part: PartCompiler, path: SchemePath): NodeId {
  const input = { ...part.scheme.inputs.need(item, path), item };
  const scope = part.scope(own);
  if (isSingle(input) && !isList(input, part.part.period)) return scope.input(input).column;
  if (input.kind === 'rating' && !input.overriddenByNA) return rated(input, part, own);
  // An event cannot be missing; one that is provided to be NA can fail to apply.
  const state = input.mayBeNA ? scope.resolveState(`input.${item}`) : null;
  if (state !== null) return state;
  const message = inputTexts.neverMissing(item);
  throw new SchemeError('needs.never-missing', message, inputTexts.dropNeed(item), path);
}

/** How many ratings there are, those of NA included; missing where nobody rated. */
function rated(input: CompiledInput, part: PartCompiler, own: string): NodeId {
  const { plan, frame } = part;
  const rows = readRows(plan, frame, part.scope(own), input);
  const count = rows.draw('count', rows.values, null);
  const nobody = plan.compare('=', count, plan.number(frame, 0));
  const label = { kind: 'input', title: input.title, clause: input.clause, item: input.item } as const;
  return plan.labelled(plan.select(nobody, plan.constant(frame, MISSING), count), label);
}
