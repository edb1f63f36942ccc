import '../explanation-panel/explanation-panel.ts';
import { defineElement } from '../shared/define.ts';
import { ScoreSheetElement } from './score-sheet.element.ts';

defineElement('score-sheet', ScoreSheetElement);

export { ScoreSheetElement };
