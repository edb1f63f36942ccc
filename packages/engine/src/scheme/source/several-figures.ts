import { templateTexts } from '../../locale/template-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { RULES } from '../../rules/registry.ts';
import type { SchemePath } from '../finding.ts';

/** The key under which a node names the figures that its rule gives. */
export const GIVES = 'gives';
/** The key of a rule that says which of its figures a node is. */
const GIVE = 'give';

type Keys = Readonly<Record<string, unknown>>;

/** One figure of a node that gives several: keys of its own, those that it shares, and the rule with its figure named. */
export interface OneFigure {
  readonly own: Keys;
  readonly shared: Keys;
  /** Way from the node to the keys of its own. */
  readonly path: SchemePath;
}

/** What is wrong with a node that gives several figures, and where in it. */
export interface GivesFault {
  readonly message: LocalText;
  readonly remedy: LocalText;
  readonly path: SchemePath;
}

/**
 * A node with `gives` is several: one for each figure that its rule gives, with the keys written under the name of that figure,
 * and all others in common. What a figure says itself comes before what they share.
 */
export function severalFigures(node: Keys): readonly OneFigure[] | GivesFault {
  const { [GIVES]: figures, ...rest } = node;
  const [rule] = Object.keys(rest).filter((key) => givesSeveral(key));
  if (rule === undefined) return fault(templateTexts.givesWithoutRule, templateTexts.givesRules(severalRules()));
  if (!isKeys(figures) || Object.keys(figures).length === 0)
    return fault(templateTexts.givesShape, templateTexts.writeGives);
  const odd = ['id', 'items'].find((key) => key in rest);
  if (odd !== undefined) return fault(templateTexts.givesShared(odd), templateTexts.writeGives, [odd]);
  const config = rest[rule];
  if (isKeys(config) && GIVE in config)
    return fault(templateTexts.givesShared(GIVE), templateTexts.writeGives, [rule, GIVE]);
  const entries = Object.entries(figures);
  const wrong = entries.find(([, own]) => !isKeys(own) || Object.keys(own).some((key) => RULES.has(key)));
  if (wrong !== undefined) return fault(templateTexts.givesShape, templateTexts.writeGives, [GIVES, wrong[0]]);
  return entries.map(([give, own]) => ({
    own: own as Keys,
    shared: { ...without(rest, own as Keys), [rule]: isKeys(config) ? { ...config, [GIVE]: give } : config },
    path: [GIVES, give],
  }));
}

function fault(message: LocalText, remedy: LocalText, path: SchemePath = [GIVES]): GivesFault {
  return { message, remedy, path };
}

function without(shared: Keys, own: Keys): Keys {
  return Object.fromEntries(Object.entries(shared).filter(([key]) => !(key in own)));
}

/** Rules that can say which of their figures they give. */
function severalRules(): readonly string[] {
  return [...RULES.keys()].filter(givesSeveral);
}

function givesSeveral(rule: string): boolean {
  const schema = RULES.get(rule)?.schema as { readonly properties?: Keys } | undefined;
  return schema?.properties !== undefined && GIVE in schema.properties;
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
