import { registerTexts } from '../../locale/register-texts.ts';
import { partTexts } from '../../locale/part-texts.ts';
import type { LocalText } from '../../reader/figure.ts';
import type { SchemeAttribute } from '../schema/scheme.ts';
import { localText } from '../texts.ts';
import type { PartCompiler } from './part-compiler.ts';
import { INPUT_PREFIX } from './part-scope.ts';
import { ROW_FIELDS } from './row-fields.ts';

/** What a name in a formula of the node `own` is called. What nothing is called stays as it is written. */
export function titleOfName(part: PartCompiler, name: string, own: string): LocalText {
  if (name.includes('#')) return titleOfWord(part, name);
  const { inputs, parameters, attributes } = part.scheme;
  const input = name.startsWith(INPUT_PREFIX) ? inputs.find(name.slice(INPUT_PREFIX.length)) : null;
  if (input !== null) return input.title;
  const node = name === own ? null : part.tree.find(name);
  const setting =
    parameters.find(name)?.title ?? (attributes.has(name) ? localText(attributes.get(name)?.title, name) : undefined);
  return (
    node?.title ??
    inputs.find(name)?.title ??
    part.tree.find(name)?.title ??
    setting ??
    part.registers.titleOf(name) ??
    titleElsewhere(part, name)
  );
}

/** What a word is called that a name can be: `fee.level#late`, `petition.category#city`. */
function titleOfWord({ scheme: { inputs, attributes }, registers }: PartCompiler, name: string): LocalText {
  const [of = '', word = ''] = name.split('#');
  const list = /^(.+)\.category$/.exec(of)?.[1];
  const titles =
    list === undefined
      ? [inputs.find(of)?.wordTitles[word], valueTitles(attributes.get(of))[word]]
      : [list, ...registers.itemsOf(list)].map((item) => inputs.find(item)?.categoryTitles[word]);
  return titles.find((title) => title !== undefined) ?? { zh: name, en: name };
}

/** Titles of `teachers`, `teachers.total` and `peers.total`, of fields of rows and of figures of named subjects. */
function titleElsewhere(part: PartCompiler, name: string): LocalText {
  const [head = '', ...rest] = name.split('.');
  if (head === 'matter') return titleOfNamed(part, name, rest.join('.'));
  const dot = name.lastIndexOf('.');
  const rows = dot < 0 ? null : part.scheme.inputs.find(name.slice(0, dot));
  const field = ROW_FIELDS.find((known) => known === name.slice(dot + 1));
  if (rows !== null && field !== undefined) return registerTexts.fieldOf(rows.title, field);
  const owner = head === 'peers' || head === 'all' ? part : part.scheme.part(head);
  if (owner === null) return { zh: name, en: name };
  const figure = owner.tree.find(rest.join('.'))?.title;
  const who =
    owner === part
      ? { zh: head === 'all' ? '全部对象' : '同组对象', en: head === 'all' ? 'all' : 'the group' }
      : owner.title;
  return figure === undefined ? who : { zh: `${who.zh}的${figure.zh}`, en: `${figure.en} of ${who.en}` };
}

/** Title of `matter.total`, in the part whose subjects the matters of some input name. */
function titleOfNamed({ scheme }: PartCompiler, name: string, figure: string): LocalText {
  const parts = new Set(scheme.inputs.all().flatMap(({ matterNames }) => matterNames?.part ?? []));
  const owners = [...parts].flatMap((part) => scheme.part(part) ?? []);
  const owner = owners.find(({ tree }) => tree.find(figure) !== null) ?? owners[0];
  if (owner === undefined) return { zh: name, en: name };
  return partTexts.ofNamed(owner.titleOf(figure, ''), owner.title);
}

/** What the words of a column of the subjects table are called. */
export function valueTitles(attribute: SchemeAttribute | undefined): Readonly<Record<string, LocalText>> {
  const titles = Object.entries(attribute?.values ?? {});
  return Object.fromEntries(titles.map(([word, title]) => [word, localText(title, word)]));
}
