import { nameTexts } from '../../locale/check-texts.ts';
import type { Finding, SchemePath } from '../finding.ts';
import { asList } from '../schema/common.ts';
import type { Belonging } from '../schema/scheme.ts';
import type { CheckText, SchemeCheck } from './check.ts';
import type { SchemeView } from './view/scheme-view.ts';

/** What is declared and used nowhere, and items that are named without being declared. */
export const unused: SchemeCheck = {
  codes: ['input.unused', 'parameter.unused', 'attribute.unused', 'item.undeclared'],
  needs: 'scheme',
  check: (view) => [...inputs(view), ...settings(view), ...undeclared(view)],
};

function inputs(view: SchemeView): Finding[] {
  const counting = view.parts.flatMap(({ part }) => part['takes part']?.items ?? []);
  const idle = view.compilation.compiler.inputs
    .unused()
    .filter(({ item }) => !counting.some((name) => covers(name, item)));
  return idle.map(({ item, path, clause }) =>
    view.finding('warning', 'input.unused', nameTexts.inputUnused(item), path, clause),
  );
}

function settings(view: SchemeView): Finding[] {
  const used = new Set(
    view.compilation.plan.nodes.flatMap(({ operation }) =>
      operation.kind === 'parameter' || operation.kind === 'attribute' ? [`${operation.kind} ${operation.name}`] : [],
    ),
  );
  for (const { limitedBy } of view.inputs)
    for (const name of Object.values(limitedBy ?? {})) used.add(`parameter ${name}`);
  for (const { part } of view.parts) {
    const { subjects, 'rank within': within, 'belongs to': holder } = part;
    const columns = [
      ...(typeof subjects === 'object' ? Object.keys(subjects) : []),
      ...asList(within),
      ...(typeof holder === 'string' ? [holder] : [holder ?? []].flat().flatMap(columnsOf)),
    ];
    for (const column of columns) used.add(`attribute ${column}`);
  }
  // One that is not even set is reported as that.
  const set = view.compilation.compiler.parameters
    .all()
    .flatMap(({ name, value, dated }) => (value === '' && Object.keys(dated).length === 0 ? [] : [name]));
  const idle = (
    kind: 'parameter' | 'attribute',
    names: Iterable<string>,
    text: (name: string) => CheckText,
  ): Finding[] =>
    [...names]
      .filter((name) => !used.has(`${kind} ${name}`))
      .map((name) => view.finding('warning', `${kind}.unused`, text(name), [`${kind}s`, name]));
  return [
    ...idle('parameter', set, nameTexts.parameterUnused),
    ...idle('attribute', Object.keys(view.file.attributes ?? {}), nameTexts.attributeUnused),
  ];
}

/** Columns by which a subject finds the one that it belongs to. */
function columnsOf({ by, equals, then }: Belonging): string[] {
  return [by, equals, then].filter((column) => column !== undefined);
}

function undeclared(view: SchemeView): Finding[] {
  return view.parts.flatMap(({ part, path }) =>
    (part['takes part']?.items ?? []).flatMap((name, at) => {
      if (view.inputs.some(({ item }) => covers(name, item) || covers(item, name))) return [];
      const place: SchemePath = [...path, 'takes part', 'items', at];
      return [view.finding('warning', 'item.undeclared', nameTexts.itemUndeclared(name), place)];
    }),
  );
}

/** Whether a name with a `*` at the end stands for an item. */
function covers(name: string, item: string): boolean {
  return name.endsWith('*') ? item.startsWith(name.slice(0, -1)) : name === item;
}
