import { defineElement } from '../shared/define.ts';
import { ScoreStoreElement } from './score-store.element.ts';

defineElement('score-store', ScoreStoreElement);

export { ScoreStoreElement };
