import { isAlias, isCollection, isNode, isScalar, visit } from 'yaml';
import type { Document, YAMLParseError } from 'yaml';
import { yamlTexts } from '../../locale/yaml-texts.ts';
import type { YamlText } from '../../locale/yaml-texts.ts';

/** What is wrong with the YAML at a stretch of the text. */
export interface YamlFault {
  readonly text: YamlText;
  readonly start: number;
  readonly end: number;
}

/**
 * The faults of a file that cannot be read, in words. What the parser says after its first fault mostly follows from
 * that one, so nothing behind it is said. Keys that are there twice stand for themselves.
 */
export function yamlFaults(text: string, document: Document.Parsed): readonly YamlFault[] {
  const errors = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const broken = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (broken === undefined) {
    if (errors.length === 0) return openAliases(document);
    const dash = missingDash(text, errors);
    return dash === null ? errors.map((error) => faultOf(error, text, document)) : [dash];
  }
  const tabs = tabFault(text, errors);
  if (tabs !== null) return [tabs];
  const before = errors.slice(0, errors.indexOf(broken)).map((error) => faultOf(error, text, document));
  const wide = MAY_BE_WIDE.has(broken.code) ? fullWidthFault(text, broken.pos[0]) : null;
  return [...before, wide ?? faultOf(broken, text, document)];
}

/** Two ids or more at one level: the second begins an entry, whose other keys are there twice then, too. */
function missingDash(text: string, errors: readonly YAMLParseError[]): YamlFault | null {
  const columns = new Set(errors.map(({ pos }) => pos[0] - text.lastIndexOf('\n', pos[0] - 1)));
  const [first] = errors;
  if (first === undefined || errors.length < 2 || columns.size > 1 || keyAt(text, first.pos[0]) !== 'id') return null;
  return { text: yamlTexts.missingDash('id'), start: first.pos[0], end: first.pos[1] };
}

/** Faults of the parser that a full-width sign brings about. */
const MAY_BE_WIDE: ReadonlySet<string> = new Set([
  'UNEXPECTED_TOKEN',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'BAD_INDENT',
  'BLOCK_IN_FLOW',
]);

const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
};

/** A full-width sign where a plain one would part keys and values, in the line of a fault or in the one before. */
function fullWidthFault(text: string, at: number): YamlFault | null {
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const start = text.lastIndexOf('\n', text.lastIndexOf('\n', at - 1) - 1) + 1;
  const lines = text.slice(start, end);
  const found =
    /[｛｝［］]|，(?=\s*[A-Za-z][\w ]*[:：])|(?<=^[ ]*(?:- )?[A-Za-z][\w ]*)：|(?<=[{,，]\s*[A-Za-z][\w ]*)：/m.exec(
      lines.replace(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => ' '.repeat(quoted.length)),
    );
  if (found === null) return null;
  const place = start + found.index;
  return { text: yamlTexts.fullWidth(found[0], PLAIN_SIGNS[found[0]] ?? ''), start: place, end: place + 1 };
}

/** Tabs in the indentation, said once, at the first of them, whatever else the parser made of them. */
function tabFault(text: string, errors: readonly YAMLParseError[]): YamlFault | null {
  const starts = new Set(errors.map(({ pos }) => text.lastIndexOf('\n', pos[0] - 1) + 1));
  const isTabbed = errors.some(({ code }) => code === 'TAB_AS_INDENT');
  const tabbed = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)];
  const [first] = tabbed;
  if (first === undefined || (!isTabbed && !tabbed.some(({ index }) => starts.has(index)))) return null;
  const at = first.index + first[0].indexOf('\t');
  return { text: yamlTexts.tabs(tabbed.length), start: at, end: at + 1 };
}

/** References to anchors that do not stand before them. */
function openAliases(document: Document.Parsed): readonly YamlFault[] {
  const anchors = new Set<string>();
  const open: YamlFault[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const [start, end] = node.range ?? [0, 0];
        if (!anchors.has(node.source)) open.push({ text: yamlTexts.alias, start, end });
      } else if (isNode(node) && node.anchor !== undefined) anchors.add(node.anchor);
    },
  });
  return open;
}

function faultOf(error: YAMLParseError, text: string, document: Document.Parsed): YamlFault {
  const [start, end] = error.pos;
  const here = (found: YamlText): YamlFault => ({ text: found, start, end });
  const sign = text[start] ?? '';
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return here(yamlTexts.duplicateKey(keyAt(text, start)));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return here(text[start] === '-' ? yamlTexts.badIndent : yamlTexts.mappingNotAllowed);
    case 'BAD_INDENT':
      return /end with a/.test(error.message) ? unclosed(error, document) : here(yamlTexts.badIndent);
    case 'TAB_AS_INDENT':
      return here(yamlTexts.tabs(1));
    case 'MISSING_CHAR':
      return missing(error, document);
    case 'MULTILINE_IMPLICIT_KEY':
      return here(yamlTexts.missingColon);
    case 'BAD_SCALAR_START':
      return here(yamlTexts.reservedSign(sign));
    case 'BAD_DQ_ESCAPE':
      return here(yamlTexts.badEscape);
    case 'MULTIPLE_DOCS':
      return here(yamlTexts.severalDocuments);
    case 'BAD_ALIAS':
      return here(yamlTexts.alias);
    case 'UNEXPECTED_TOKEN':
      if (sign === '}' || sign === ']') return here(yamlTexts.strayBracket(sign));
      return here(/at node end/.test(error.message) ? yamlTexts.badIndent : yamlTexts.other(reasonOf(error)));
    default:
      return here(yamlTexts.other(reasonOf(error)));
  }
}

function missing(error: YAMLParseError, document: Document.Parsed): YamlFault {
  const [start, end] = error.pos;
  if (/closing ["']/.test(error.message) || /end with a/.test(error.message)) return unclosed(error, document);
  if (/Missing , /.test(error.message)) return { text: yamlTexts.missingComma, start, end };
  if (/without - indicator/.test(error.message)) return { text: yamlTexts.badIndent, start, end };
  if (/followed by map values/.test(error.message)) return { text: yamlTexts.missingColon, start, end };
  return { text: yamlTexts.other(reasonOf(error)), start, end };
}

/** A quote or bracket is said where it begins: where the parser misses the end is anywhere behind. */
function unclosed(error: YAMLParseError, document: Document.Parsed): YamlFault {
  const [at, end] = error.pos;
  const quote = /closing (["'])/.exec(error.message)?.[1];
  const close = /end with a ([\]}])/.exec(error.message)?.[1] ?? '';
  let begin = at;
  visit(document, {
    Node: (_, node) => {
      const range = isScalar(node) || isCollection(node) ? node.range : null;
      if (range == null || range[0] > at || range[2] < at) return;
      const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const isBracketed = isCollection(node) && node.flow === true;
      if (quote === undefined ? isBracketed : isQuoted) begin = range[0];
    },
  });
  const text = quote === undefined ? yamlTexts.unclosedBracket(close) : yamlTexts.unclosedQuote(quote);
  return begin === at ? { text, start: at, end } : { text, start: begin, end: begin + 1 };
}

function keyAt(text: string, start: number): string {
  return /^[^:,}\]\n]+/.exec(text.slice(start))?.[0].trim() ?? '';
}

/** What the parser says, without the place, which the finding has. */
function reasonOf({ message }: YAMLParseError): string {
  return (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}
