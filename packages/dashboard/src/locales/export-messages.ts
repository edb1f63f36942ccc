import type { ExportView } from '@kaoheng/engine/live';

/** Words of exporting tables and charts, and of printing sheets. */
export interface ExportMessages {
  readonly export: string;
  readonly exportHeading: string;
  readonly exportViews: string;
  readonly exportViewNames: Readonly<Record<ExportView, string>>;
  readonly exportPeriods: Readonly<Record<'this' | 'all', string>>;
  readonly exportFormat: string;
  readonly exportFormats: Readonly<Record<'xlsx' | 'utf-8' | 'gb18030', string>>;
  readonly exportExplanationsHint: string;
  readonly exportNow: string;
  readonly exporting: string;
  readonly exported: (files: readonly string[]) => string;
  readonly exportChart: string;
  readonly exportChartHint: string;
  readonly noChart: string;
  readonly exportRefusedRows: (rows: string) => string;
  readonly refusalsHint: string;
  readonly refusalsFormats: { readonly xlsx: string; readonly csv: string };
  readonly exportSheet: string;
  readonly printSheet: string;
  readonly exportPages: string;
  readonly sheetsOfAll: (all: string) => string;
  readonly sheetsOfSome: (chosen: string, all: string) => string;
  readonly sheetsSearch: string;
  readonly sheetsNotListed: (more: string) => string;
  readonly saveSheets: (sheets: string) => string;
  readonly exportPagesHint: string;
  readonly printSheets: (sheets: string) => string;
  readonly preparingSheets: string;
  /** What stands before and behind the number of a page of somebody's sheet. */
  readonly sheetPage: (name: string) => readonly [before: string, after: string];
}

export const exportZh: ExportMessages = {
  export: '导出',
  exportHeading: '导出与打印',
  exportViews: '表格',
  exportViewNames: {
    ranking: '名次',
    matrix: '得分（全部指标）',
    sheets: '成绩单（全部对象）',
    completeness: '数据报送情况',
    gaps: '缺报清单',
    explanations: '得分由来',
  },
  exportPeriods: { this: '只导出本期', all: '导出全部期间' },
  exportFormat: '格式',
  exportFormats: {
    xlsx: 'Excel 工作簿（每表一页）',
    'utf-8': 'CSV（UTF-8；多张表为一个 zip）',
    gb18030: 'CSV（GB18030；多张表为一个 zip）',
  },
  exportExplanationsHint: '逐项说明，数据多时较慢',
  exportNow: '导出表格',
  exporting: '正在导出…',
  exported: (files) => `已生成 ${files.join('、')}，请在浏览器的下载中查看。`,
  exportChart: '雷达图',
  exportChartHint: '所选对象的得分雷达图，带标题和图例。',
  noChart: '在结果中选一个对象后，可导出它的雷达图。',
  exportRefusedRows: (rows) => `未读入的 ${rows} 行`,
  refusalsHint: 'Excel 表列出每一行及其原因、处理办法、原位置，改正后可直接再导入；CSV 只列原因。',
  refusalsFormats: { xlsx: 'Excel（可改正再导入）', csv: 'CSV 清单' },
  exportSheet: '导出成绩单',
  printSheet: '打印成绩单',
  exportPages: '成绩单',
  sheetsOfAll: (all) => `全部 ${all} 个对象`,
  sheetsOfSome: (chosen, all) => `${all} 个对象中的 ${chosen} 个`,
  sheetsSearch: '查找（名称、编号、组别）',
  sheetsNotListed: (more) => `另有 ${more} 个未列出，可用查找缩小范围；“全选”“全不选”对查找到的全部对象有效。`,
  saveSheets: (sheets) => `导出 ${sheets} 个工作簿`,
  exportPagesHint:
    '每个对象一个工作簿，含计算说明和数据来源，多个时为一个 zip；或打印在 A4 纸上，每个对象另起一页，带签字栏和页码，在打印窗口可另存为 PDF。',
  printSheets: (sheets) => `打印 ${sheets} 份成绩单`,
  preparingSheets: '正在准备成绩单…',
  sheetPage: (name) => [`${name}　第 `, ' 页'],
};

export const exportEn: ExportMessages = {
  export: 'Export',
  exportHeading: 'Export and print',
  exportViews: 'Tables',
  exportViewNames: {
    ranking: 'Ranking',
    matrix: 'Scores (all indicators)',
    sheets: 'Score sheets (everybody)',
    completeness: 'What was delivered',
    gaps: 'What is missing',
    explanations: 'Explanations',
  },
  exportPeriods: { this: 'this period only', all: 'all periods' },
  exportFormat: 'Format',
  exportFormats: {
    xlsx: 'Excel workbook (a sheet for each)',
    'utf-8': 'CSV (UTF-8; several as a zip)',
    gb18030: 'CSV (GB18030; several as a zip)',
  },
  exportExplanationsHint: 'one line for each score; slow with much data',
  exportNow: 'Export tables',
  exporting: 'Exporting…',
  exported: (files) => `${files.join(', ')} made; look into the browser’s downloads.`,
  exportChart: 'Radar',
  exportChartHint: 'Of the chosen unit, with title and legend.',
  noChart: 'Choose a unit in the results to export its radar.',
  exportRefusedRows: (rows) => `${rows} rows that were not read`,
  refusalsHint:
    'The workbook has every row with the reason, the remedy and its place, and is imported as it is once it is set right; the CSV lists the reasons only.',
  refusalsFormats: { xlsx: 'Excel (to be set right)', csv: 'CSV list' },
  exportSheet: 'Export this sheet',
  printSheet: 'Print this sheet',
  exportPages: 'Score sheets',
  sheetsOfAll: (all) => `All ${all}`,
  sheetsOfSome: (chosen, all) => `${chosen} of ${all}`,
  sheetsSearch: 'Find (name, id, group)',
  sheetsNotListed: (more) =>
    `${more} more are not listed: search for them. “All” and “None” apply to all that are found.`,
  saveSheets: (sheets) => `Save ${sheets} workbooks`,
  exportPagesHint:
    'A workbook for each with reasons and source rows, several in one zip; or on A4, each on a page of its own, with lines to sign and page numbers. The print window can save a PDF.',
  printSheets: (sheets) => `Print ${sheets} score sheets`,
  preparingSheets: 'Preparing the sheets…',
  sheetPage: (name) => [`${name}, page `, ''],
};
