import type { LocalText } from '../../reader/figure.ts';
import type { SchemePath } from '../finding.ts';

/** A rule that cannot be compiled. Caught per node, so that one run reports all of them. */
export class SchemeError extends Error {
  readonly code: string;
  readonly text: LocalText;
  readonly remedy: LocalText;
  readonly path: SchemePath;
  /** Place within the text at `path`, for formulas. */
  readonly span: { readonly start: number; readonly end: number } | null;
  constructor(code: string, text: LocalText, remedy: LocalText, path: SchemePath, span: SchemeError['span'] = null) {
    super(text.en);
    this.name = 'SchemeError';
    this.code = code;
    this.text = text;
    this.remedy = remedy;
    this.path = path;
    this.span = span;
  }

  /** The fault at a place, where it has none of its own. */
  at(path: SchemePath): SchemeError {
    return this.path.length > 0 ? this : new SchemeError(this.code, this.text, this.remedy, path);
  }
}

/** A node that needs a faulty one: nothing to report, the fault itself is. */
export class DependencyError extends SchemeError {
  constructor(node: string) {
    const text = { zh: node, en: node };
    super('node.depends-on-fault', text, text, []);
    this.name = 'DependencyError';
  }

  override at(): this {
    return this;
  }
}
