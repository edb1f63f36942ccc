/**
 * All widgets as classes and types, registering nothing. `defineAll()` registers them; importing
 * `@kaoheng/components/ranking-table.js` and the like registers one.
 */
import { defineCharts } from './define-charts.ts';
import { defineTables } from './define-tables.ts';
import type { DefineOptions } from './shared/define.ts';

export { ExplanationPanelElement } from './explanation-panel/explanation-panel.element.ts';
export type { ExplainFunction, ExplanationRequest } from './explanation-panel/explanation-panel.element.ts';
export { ExplanationViewElement } from './explanation-view/explanation-view.element.ts';
export type { ReferenceOpenDetail, SourceCorrectDetail } from './explanation-view/explanation-view.element.ts';
export { GroupPickerElement } from './group-picker/group-picker.element.ts';
export { PartPickerElement } from './part-picker/part-picker.element.ts';
export { PeriodPickerElement } from './period-picker/period-picker.element.ts';
export { RadarBreakdownElement } from './radar-breakdown/radar-breakdown.element.ts';
export type { BranchChangeDetail } from './radar-breakdown/radar-breakdown.element.ts';
export { RankingTableElement } from './ranking-table/ranking-table.element.ts';
export type { RankingArrangement, RowSelectDetail } from './ranking-table/ranking-table.element.ts';
export { ScoreSheetElement } from './score-sheet/score-sheet.element.ts';
export type { FigureOpenDetail, SheetArrangement } from './score-sheet/score-sheet.element.ts';
export { ScoreStoreElement } from './score-store/score-store.element.ts';
export type {
  ResultsErrorDetail,
  ResultsLoadDetail,
  SelectionChangeDetail,
} from './score-store/score-store.element.ts';
export type { Density, Theme } from './shared/base-element.ts';
export { VERSION, type DefineOptions } from './shared/define.ts';
export { registerMessages } from './shared/localize.ts';
export type { ScoreStore, Selection, StoreStatus } from './shared/store-registry.ts';
export type { Messages } from './locales/messages.ts';
export { defineCharts, defineTables };

/** Registers all elements, under a prefix where two versions have to share a page. */
export function defineAll(options: DefineOptions = {}): void {
  defineTables(options);
  defineCharts(options);
}
