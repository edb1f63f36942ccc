import { isFamily, itemPattern, ownLetters } from '../data/item-pattern.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import type { LocalText } from '../reader/figure.ts';
import type { CompiledScheme } from '../scheme/compiled-scheme.ts';
import type { InputDeclaration } from '../scheme/input.ts';

type Titles = Readonly<Record<string, LocalText>>;

const NONE: Titles = {};

/** What the words that stand in a column are called: those of inputs, those of columns of the subjects table, and those that results give. */
export class WordTitles {
  readonly #plan: Plan;
  readonly #scheme: CompiledScheme;
  readonly #known = new Map<PlanNode, Titles>();
  readonly #ofResults: ReadonlyMap<string, LocalText>;
  /** Words that have another title, each as it may stand in a calculation. */
  readonly #words: readonly string[];

  constructor(scheme: CompiledScheme, plan: Plan) {
    this.#scheme = scheme;
    this.#plan = plan;
    this.#ofResults = new Map(Object.entries(scheme.resultWords));
    const all = [
      ...scheme.inputs.map(({ wordTitles }) => wordTitles),
      ...Object.values(scheme.valueTitles),
      scheme.resultWords,
    ];
    const different = all.flatMap(Object.entries).filter(([word, { zh, en }]) => zh !== word || en !== word);
    this.#words = [...new Set(different.map(([word]) => word))].filter((word) => word !== '');
  }

  /** Can a calculation hold a word that has a title? */
  mayOccurIn(text: string): boolean {
    return this.#words.some((word) => text.includes(word));
  }

  /** Title of a word in a column; `undefined`: it has none. */
  titleIn(node: PlanNode, word: string): LocalText | undefined {
    return this.#titlesOf(node)[word] ?? this.#ofResults.get(word);
  }

  #titlesOf(node: PlanNode): Titles {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const found = this.#find(node);
    this.#known.set(node, found);
    return found;
  }

  #find({ label, operation, inputs }: PlanNode): Titles {
    if (label?.kind === 'input') return declarationOf(label.item ?? '', this.#scheme.inputs)?.wordTitles ?? NONE;
    const operand = (number: number): Titles => {
      const inner = this.#plan.nodes[inputs[number] as number];
      return inner === undefined ? NONE : this.#titlesOf(inner);
    };
    switch (operation.kind) {
      case 'attribute':
        return this.#scheme.valueTitles[operation.name] ?? NONE;
      case 'same':
      case 'guard':
      case 'replace':
      case 'rung':
      case 'of cell':
      case 'gather':
        return operand(0);
      case 'select':
        return { ...operand(2), ...operand(1) };
      default:
        return NONE;
    }
  }
}

/** The declaration of an item, or of the most exact family that holds it. */
export function declarationOf(item: string, inputs: readonly InputDeclaration[]): InputDeclaration | undefined {
  const families = inputs.filter((input) => isFamily(input.item) && itemPattern(input.item).test(item));
  families.sort((a, b) => ownLetters(b.item) - ownLetters(a.item));
  return inputs.find((known) => known.item === item) ?? families[0];
}
