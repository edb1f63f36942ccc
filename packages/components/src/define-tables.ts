import { ExplanationPanelElement } from './explanation-panel/explanation-panel.element.ts';
import { ExplanationViewElement } from './explanation-view/explanation-view.element.ts';
import { GroupPickerElement } from './group-picker/group-picker.element.ts';
import { PartPickerElement } from './part-picker/part-picker.element.ts';
import { PeriodPickerElement } from './period-picker/period-picker.element.ts';
import { RankingTableElement } from './ranking-table/ranking-table.element.ts';
import { ScoreSheetElement } from './score-sheet/score-sheet.element.ts';
import { ScoreStoreElement } from './score-store/score-store.element.ts';
import { defineElement, type DefineOptions } from './shared/define.ts';

/** Registers every element that needs no chart library. Inner elements of a widget keep their plain names. */
export function defineTables(options: DefineOptions = {}): void {
  defineElement('explanation-view', ExplanationViewElement);
  defineElement('explanation-panel', ExplanationPanelElement);
  defineElement('score-store', ScoreStoreElement, options);
  defineElement('period-picker', PeriodPickerElement, options);
  defineElement('group-picker', GroupPickerElement, options);
  defineElement('part-picker', PartPickerElement, options);
  defineElement('ranking-table', RankingTableElement, options);
  defineElement('score-sheet', ScoreSheetElement, options);
}
