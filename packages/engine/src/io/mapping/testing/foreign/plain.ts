/** A table without oddities: what is said about it is what must come of everything that is only written in another way. */
export const PLAIN = ['2024年农业生产情况', '单位,粮食产量,参保率', '张村,12.50,97', '李家村,8,96.5', '王村,10,99'];
const PLAIN_ROWS = [
  '2024 v1 grain 12.50 B3',
  '2024 v1 rate 97 C3',
  '2024 v2 grain 8 B4',
  '2024 v2 rate 96.5 C4',
  '2024 v3 grain 10 B5',
  '2024 v3 rate 99 C5',
];

/** What must come of it. */
export const good = { rows: PLAIN_ROWS, asks: [], refused: [] };
