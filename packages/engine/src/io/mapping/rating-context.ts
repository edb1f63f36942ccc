import { foldText } from '../fold-text.ts';
import type { ItemRules } from '../item-index.ts';
import type { SheetContext } from './find-context.ts';
import type { ColumnChoice } from './propose-columns.ts';
import type { ProposeContext } from './propose-context.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { SheetMapping } from './sheet-mapping.ts';

/** The rules of the ratings that a table holds; `null`: it holds none. */
export function ratedRules(
  columns: readonly ColumnChoice[],
  item: string | undefined,
  { items }: ProposeContext,
): ItemRules | null {
  const ids = columns.flatMap(({ means }) => ('item' in means && means.item !== undefined ? [means.item] : []));
  const all = [...ids, ...(item === undefined ? [] : [item])].flatMap((id) => items.find(id)?.rules ?? []);
  return all.find(({ declaration }) => declaration.kind === 'rating') ?? null;
}

const LABEL =
  /^(?:评分人|评价人|打分人|测评人|评议人|投票人|考评人|评委|专家|票号)(?:姓名|编号|签名|签字)?\s*[:：]\s*([^\s,，;；()（）]{1,20})/;
const LAST_ROWS = 5;

/** Who gave all ratings of a table, and as what, where it says so above or below. */
export function fixedOfRatings(
  { declaration }: ItemRules,
  columns: readonly ColumnChoice[],
  grid: SheetGrid,
  { texts }: SheetContext,
): Pick<SheetMapping['fixed'], 'rater' | 'category'> {
  const has = (field: 'rater' | 'category'): boolean =>
    columns.some(
      ({ means }) => means.kind === field || (means as { rater?: string; category?: string })[field] !== undefined,
    );
  const below = grid.rows.slice(-LAST_ROWS).flatMap(({ cells }) => cells);
  const raters =
    declaration.needsRater && !has('rater') ? [...texts, ...below].flatMap((text) => LABEL.exec(text)?.[1] ?? []) : [];
  const { categories, categoryTitles } = declaration;
  const names = (category: string): readonly string[] =>
    [category, categoryTitles[category]?.zh ?? ''].map(foldText).filter((name) => name.length > 1);
  const named = categories.filter((category) =>
    texts.some((text) => names(category).some((name) => foldText(text).includes(name))),
  );
  const [rater] = raters;
  const [category] = named.length === 1 && !has('category') ? named : [];
  return { ...(rater === undefined ? {} : { rater }), ...(category === undefined ? {} : { category }) };
}
