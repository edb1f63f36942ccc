import { defineElement } from '../shared/define.ts';
import { RankingTableElement } from './ranking-table.element.ts';

defineElement('ranking-table', RankingTableElement);

export { RankingTableElement };
