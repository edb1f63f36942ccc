import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { YamlText } from '../../locale/yaml-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import { hasSafeDigits } from '../exact.ts';
import { expandTemplates } from './for-each.ts';
import type { Expansion } from './for-each.ts';
import type { Finding, SchemePath, SourcePosition } from '../finding.ts';
import { sampleItems } from './template-tables.ts';
import type { FamilyItems } from './template-tables.ts';
import { yamlFaults } from './yaml-faults.ts';

/** The text of a scheme file, parsed, with a way from every value back to its line and column. */
export class SchemeSource {
  readonly text: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  #expansion: Expansion | null = null;

  readonly #items: FamilyItems;

  constructor(text: string, items: FamilyItems = sampleItems) {
    this.text = text;
    this.#items = items;
    // Aliases are limited: a file must not be able to grow beyond measure while it is read.
    this.#document = parseDocument(text, { lineCounter: this.#lines, strict: true, uniqueKeys: true, merge: true });
  }

  /** Faults of the YAML itself. */
  get faults(): readonly (YamlText & { readonly position: SourcePosition })[] {
    return yamlFaults(this.text, this.#document).map(({ text, start, end }) => ({
      ...text,
      position: this.#position(start, end),
    }));
  }

  /** Numbers with more digits than reading them as doubles leaves unharmed. */
  get longNumbers(): readonly { readonly text: string; readonly position: SourcePosition }[] {
    const found: { text: string; position: SourcePosition }[] = [];
    visit(this.#document, {
      Scalar: (_, { value, source = '', range }) => {
        if (typeof value !== 'number' || !range || !/^[-+.\d]/.test(source) || hasSafeDigits(source)) return;
        found.push({ text: source, position: this.#position(range[0], range[1]) });
      },
    });
    return found;
  }

  /** The file as plain data. */
  get value(): unknown {
    return this.expansion.value;
  }

  /** The file with its templates written out. All paths lead into this. */
  get expansion(): Expansion {
    this.#expansion ??= expandTemplates(this.#document.toJS({ maxAliasCount: 100 }), this.#items);
    return this.#expansion;
  }

  finding(
    severity: Finding['severity'],
    code: string,
    message: LocalText,
    remedy: LocalText,
    path: SchemePath,
    options: { readonly clause?: string; readonly span?: { readonly start: number; readonly end: number } | null } = {},
  ): Finding {
    return {
      severity,
      code,
      message,
      remedy,
      clause: options.clause ?? '',
      path,
      position: this.position(path, options.span ?? null),
    };
  }

  /** Where the value at `path` stands; the nearest one above it when the path leads nowhere. */
  position(
    expanded: SchemePath,
    span: { readonly start: number; readonly end: number } | null = null,
  ): SourcePosition | null {
    const path = this.#written(expanded);
    // Within a text that a template has changed there is no telling where its pieces stood.
    if (span !== null && this.#isTemplate(path)) return this.#positionAt(path, null);
    return this.#positionAt(path, span);
  }

  #positionAt(path: SchemePath, span: { readonly start: number; readonly end: number } | null): SourcePosition | null {
    for (let length = path.length; length >= 0; length -= 1) {
      const range = this.#range(path.slice(0, length));
      if (range === null) continue;
      if (span === null || length < path.length) return this.#position(range.start, range.end);
      return this.#position(range.start + range.quote + span.start, range.start + range.quote + span.end);
    }
    return null;
  }

  /** Where something stands, for places in the file as it is written. */
  writtenPosition(path: SchemePath): SourcePosition | null {
    return this.#positionAt(path, null);
  }

  /** The place in the file as it is written. Without templates the two are the same. */
  #written(path: SchemePath): SchemePath {
    return this.#expansion?.origin(path) ?? path;
  }

  #isTemplate(path: SchemePath): boolean {
    const node: unknown = this.#document.getIn(path, false);
    return typeof node === 'string' && node.includes('$');
  }

  /** Where a key stands, for keys that should not be there. */
  keyPosition(expanded: SchemePath, key: string): SourcePosition | null {
    const at = this.#written([...expanded, key]);
    const [path, written] = [at.slice(0, -1), String(at.at(-1))];
    const holder: unknown = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (!isMap(holder)) return this.#positionAt(path, null);
    const pair = holder.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === written);
    const node = pair?.key;
    return isNode(node) && node.range ? this.#position(node.range[0], node.range[1]) : this.#positionAt(path, null);
  }

  #range(path: SchemePath): { start: number; end: number; quote: number } | null {
    const node: unknown = path.length === 0 ? this.#document.contents : this.#document.getIn(path, true);
    if (!isNode(node) || !node.range) return null;
    const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    return { start: node.range[0], end: node.range[1], quote: quoted ? 1 : 0 };
  }

  #position(start: number, end: number): SourcePosition {
    const from = this.#lines.linePos(start);
    const to = this.#lines.linePos(Math.max(start, end));
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
  }
}
