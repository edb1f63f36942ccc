/** Classic script for pages without a build: store, pickers, ranking and score sheet. No charts. */
import { defineTables } from '../define-tables.ts';
import { VERSION } from '../shared/define.ts';
import { registerMessages } from '../shared/localize.ts';

defineTables();

export { registerMessages, VERSION };
