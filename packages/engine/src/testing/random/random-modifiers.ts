import type { Json } from '../oracle/document.ts';
import type { Draft, PartWriting } from './part-writing.ts';

/** What every node may say beside its rule. */
export function modify(
  writing: PartWriting,
  node: Draft,
  place: 'leaf' | 'parent' | 'adjustment' | 'result',
  formula = writing.formula(),
): void {
  const { choices } = writing;
  const say = (percent: number, key: string, value: () => Json): void => {
    if (choices.chance(percent)) node[key] = value();
  };
  if (place === 'leaf') {
    say(15, 'may exceed max', () => true);
    say(10, 'may go below 0', () => true);
  }
  if (place !== 'parent') {
    say(10, 'at most', () => writing.amount(40));
    say(8, 'at least', () => writing.amount(40));
  }
  say(12, 'unless', () => ({
    if: formula.condition(),
    ...(choices.chance(60) ? { is: choices.of<Json>([0, 3, 'NA']) } : { use: formula.number(1) }),
  }));
  say(15, 'round', () =>
    choices.of<Json>([
      0,
      1,
      2,
      -1,
      { places: 1, mode: choices.of(['half even', 'half down', 'up', 'down', 'floor', 'ceiling']) },
      { significant: 2 },
    ]),
  );
  if (place !== 'result') say(8, 'strict', () => choices.chance(50));
  else say(8, 'strict', () => true);
  say(6, 'needs', () => choices.of(['n2', 'bal', 'lv']));
  const hasFull = node['max'] !== undefined && node['sum'] === undefined;
  const states: Json[] = hasFull ? [0, 1, 'full marks', 'half marks', 'group mean'] : [0, 1];
  say(12, 'if missing', () => choices.of<Json>([...states, 'NA']));
  say(12, 'if not applicable', () => choices.of<Json>([...states, 'missing']));
  say(85, 'if dividing by zero', () => choices.of<Json>([...states, 'NA', 'missing']));
  say(6, 'missing if', () => formula.condition());
  say(8, 'only if', () => formula.condition());
  say(6, 'exists if', () => formula.condition());
  say(5, 'written if', () => formula.condition());
  say(5, 'incomplete if', () => formula.condition());
  if (place === 'leaf') say(5, 'optional', () => true);
  say(8, 'hidden', () => true);
}

/** What a flag or a word may say beside its rule. */
export function modifyOutcome(writing: PartWriting, node: Draft, standIns: readonly Json[]): void {
  const { choices } = writing;
  const condition = (): string => writing.formula().condition();
  if (choices.chance(12)) node['unless'] = { if: condition(), is: choices.of(standIns) };
  if (choices.chance(20)) node['if missing'] = choices.of(standIns);
  if (choices.chance(12)) node['if not applicable'] = choices.of(standIns);
  if (choices.chance(80)) node['if dividing by zero'] = choices.of(standIns);
  if (choices.chance(8)) node['only if'] = condition();
}
