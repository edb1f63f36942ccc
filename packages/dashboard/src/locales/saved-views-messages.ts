import type { GoneField } from '../app/existing-place.ts';

/** Words about the views that a workspace keeps. */
export interface SavedViewsMessages {
  readonly heading: string;
  readonly save: string;
  readonly lead: string;
  readonly sampleHint: string;
  readonly now: string;
  readonly name: string;
  readonly nameTaken: string;
  readonly saveNow: string;
  readonly saved: (name: string) => string;
  readonly list: (count: number) => string;
  readonly none: string;
  readonly isShown: string;
  readonly open: (name: string) => string;
  readonly rename: string;
  readonly renameOf: (name: string) => string;
  readonly newName: (name: string) => string;
  readonly renameNow: string;
  readonly renamed: (name: string) => string;
  readonly overwrite: string;
  readonly overwriteOf: (name: string) => string;
  readonly overwritten: (name: string) => string;
  readonly removeOf: (name: string) => string;
  readonly removed: (name: string) => string;
  readonly undo: string;
  readonly sorted: (column: string) => string;
  readonly searched: (text: string) => string;
  readonly byLoss: string;
  readonly allColumns: string;
  readonly allLines: string;
  /** Columns of the ranking that are no figures of the scheme, by their ids. */
  readonly columns: Readonly<Record<string, string>>;
  readonly goneFields: Readonly<Record<GoneField, string>>;
  readonly gone: (fields: readonly string[]) => string;
  readonly goneOwner: (owner: string) => string;
  readonly history: {
    readonly saved: (name: string) => string;
    readonly changed: (name: string) => string;
    readonly renamed: (before: string, after: string) => string;
    readonly removed: (name: string) => string;
  };
}

export const savedViewsZh: SavedViewsMessages = {
  heading: '视图',
  save: '保存视图…',
  lead: '视图记下现在看的页面、考核期、分组、对象，以及排序、查找和筛选，下次一点就回到这里。',
  sampleHint: '现在打开的是示例：视图只在这次打开期间有效。载入自己的数据后，视图随工作区保存。',
  now: '现在的画面',
  name: '名称',
  nameTaken: '已有同名的视图。请换个名称，或在下面把它更新为现在的画面。',
  saveNow: '保存视图',
  saved: (name) => `已保存视图“${name}”。`,
  list: (count) => `已保存的视图（${count} 个）`,
  none: '还没有保存过视图。',
  isShown: '正在看',
  open: (name) => `打开视图“${name}”`,
  rename: '改名',
  renameOf: (name) => `给视图“${name}”改名`,
  newName: (name) => `视图“${name}”的新名称`,
  renameNow: '确定',
  renamed: (name) => `已改名为“${name}”。`,
  overwrite: '更新为现在的画面',
  overwriteOf: (name) => `把视图“${name}”更新为现在的画面`,
  overwritten: (name) => `视图“${name}”已更新为现在的画面。`,
  removeOf: (name) => `删除视图“${name}”`,
  removed: (name) => `已删除视图“${name}”。`,
  undo: '撤销删除',
  sorted: (column) => `按${column}排序`,
  searched: (text) => `查找“${text}”`,
  byLoss: '只看失分',
  allColumns: '全部列',
  allLines: '全部报送项',
  columns: { rank: '名次', name: '名称', group: '分组', total: '总分', grade: '等次', change: '升降' },
  goneFields: { part: '考核对象类别', period: '考核期', group: '分组', node: '指标', sort: '排序所依的指标' },
  gone: (fields) => `视图或链接里的${fields.join('、')}在现有成绩中没有，已改用默认的。`,
  goneOwner: (owner) => `没有“${owner}”要报的数据，已显示全部提供单位。`,
  history: {
    saved: (name) => `保存视图“${name}”`,
    changed: (name) => `更新视图“${name}”的画面`,
    renamed: (before, after) => `视图“${before}”改名为“${after}”`,
    removed: (name) => `删除视图“${name}”`,
  },
};

export const savedViewsEn: SavedViewsMessages = {
  heading: 'Views',
  save: 'Save view…',
  lead: 'A view keeps the page, period, group and subject you look at, with order, search and filters, to come back to with one click.',
  sampleHint: 'This is a sample: views last for this visit only. With data of your own they are kept in the workspace.',
  now: 'What you see now',
  name: 'Name',
  nameTaken: 'There is a view of this name. Take another name, or overwrite that view below.',
  saveNow: 'Save view',
  saved: (name) => `The view “${name}” is saved.`,
  list: (count) => `Saved views (${count})`,
  none: 'No views yet.',
  isShown: 'shown now',
  open: (name) => `Open the view “${name}”`,
  rename: 'Rename',
  renameOf: (name) => `Rename the view “${name}”`,
  newName: (name) => `New name of the view “${name}”`,
  renameNow: 'Rename',
  renamed: (name) => `Its name is “${name}” now.`,
  overwrite: 'Overwrite with what I see',
  overwriteOf: (name) => `Overwrite the view “${name}” with what I see`,
  overwritten: (name) => `The view “${name}” leads to what you see now.`,
  removeOf: (name) => `Delete the view “${name}”`,
  removed: (name) => `The view “${name}” is deleted.`,
  undo: 'Take it back',
  sorted: (column) => `by ${column}`,
  searched: (text) => `search “${text}”`,
  byLoss: 'losses only',
  allColumns: 'all columns',
  allLines: 'all deliveries',
  columns: { rank: 'rank', name: 'name', group: 'group', total: 'total', grade: 'grade', change: 'change' },
  goneFields: { part: 'kind of subject', period: 'period', group: 'group', node: 'indicator', sort: 'sorted column' },
  gone: (fields) => `The results do not have what the view or link names (${fields.join(', ')}); the usual is shown.`,
  goneOwner: (owner) => `Nothing is to be delivered by “${owner}”; everybody is shown.`,
  history: {
    saved: (name) => `Saved the view “${name}”`,
    changed: (name) => `Gave the view “${name}” another look`,
    renamed: (before, after) => `Renamed the view “${before}” to “${after}”`,
    removed: (name) => `Deleted the view “${name}”`,
  },
};
