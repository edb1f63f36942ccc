import type { Reference } from '../../formula/scope.ts';
import { registerTexts } from '../../locale/register-texts.ts';
import { schemeTexts } from '../../locale/scheme-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { asList } from '../schema/common.ts';
import type { PartCompiler } from './part-compiler.ts';
import { Register, itemOf } from './register.ts';
import { DependencyError, SchemeError } from './scheme-error.ts';

/** The registers of a part, each compiled when it is first asked for. */
export class Registers {
  readonly #part: PartCompiler;
  readonly #compiled = new Map<string, Register>();
  /** Registers whose fault was reported: what reads them says nothing more. */
  readonly #failed = new Set<string>();

  constructor(part: PartCompiler) {
    this.#part = part;
  }

  names(): readonly string[] {
    return Object.keys(this.#part.part.registers ?? {});
  }

  /** The register of that name; `null` where there is none. */
  find(name: string): Register | null {
    const definition = this.#part.part.registers?.[name];
    if (definition === undefined) return null;
    let register = this.#compiled.get(name);
    if (this.#failed.has(name)) throw new DependencyError(name);
    if (register === undefined) {
      this.#failed.add(name);
      register = new Register(this.#part, name, definition, [...this.#part.path, 'registers', name]);
      this.#failed.delete(name);
      this.#compiled.set(name, register);
    }
    return register;
  }

  /** `plus`: the marks of its rows; `plus.matter`: another column of them. `null`: names no register. */
  reference(name: string): Reference | null {
    const own = this.find(name);
    if (own !== null) return own.list('marks');
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const register = this.find(name.slice(0, dot));
      if (register !== null) return register.list(name.slice(dot + 1));
    }
    return null;
  }

  /** Items whose rows are in the register of that name; none where there is no such register. */
  itemsOf(name: string): readonly string[] {
    const definition = this.#part.part.registers?.[name];
    return definition === undefined ? [] : [...asList(definition.of), ...(definition.rows ?? []).map(itemOf)];
  }

  /** What a name is called over the rows of a register: a word of the category as its items call it. */
  rowTitle(register: string, name: string): LocalText {
    const word = /^category#(.*)$/.exec(name)?.[1];
    const { inputs } = this.#part.scheme;
    const titles =
      word === undefined ? [] : this.itemsOf(register).flatMap((item) => inputs.find(item)?.categoryTitles[word] ?? []);
    return titles[0] ?? this.#part.titleOf(name, '');
  }

  titleOf(name: string): LocalText | null {
    const registers = this.#part.part.registers ?? {};
    const own = registers[name];
    if (own !== undefined) return registerTexts.title(own, name);
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const [id, column] = [name.slice(0, dot), name.slice(dot + 1)];
      const definition = registers[id];
      if (definition === undefined) continue;
      return registerTexts.columnTitle(definition, id, column, (inner) => this.#part.titleOf(inner, ''));
    }
    return null;
  }

  /** Compiles all of them, also those that nothing reads, so that their faults are found. */
  compileAll(): void {
    for (const name of this.names()) {
      try {
        if (this.#part.tree.find(name) !== null || this.#part.scheme.inputs.items().includes(name)) {
          const path = [...this.#part.path, 'registers', name];
          throw new SchemeError('register.same-name', registerTexts.sameName(name), schemeTexts.renameId, path);
        }
        this.find(name)?.compileAll();
      } catch (error) {
        if (!(error instanceof SchemeError)) throw error;
        this.#part.scheme.report(error, this.#part.part.registers?.[name]?.clause ?? '');
      }
    }
  }
}
