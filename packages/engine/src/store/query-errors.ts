import { WorkspaceError } from './workspace-error.ts';

interface Hint {
  readonly when: RegExp;
  readonly zh: string;
  readonly en: string;
}

/** What the database's own message does not say, but a person needs to go on. */
const HINTS: readonly Hint[] = [
  {
    when: /\bgroup\b/i,
    zh: 'group 是 SQL 的保留字，作为列名要加双引号："group"。',
    en: 'group is a reserved word of SQL; as a column it is written with double quotes: "group".',
  },
  {
    when: /extension/i,
    zh: '这项功能需要扩展，而本产品从不从网络取扩展。当前日期请直接写出；中文排序请用 subjects.name_order。',
    en: 'This needs an extension, and extensions are never fetched from the network. Write the date of today out; sort Chinese names by subjects.name_order.',
  },
  {
    when: /read-only mode|configuration has been locked|disabled by configuration|disabled through configuration/i,
    zh: '这里只能查询，不能改动数据、设置或读写文件。',
    en: 'Here one can only ask: data, settings and files cannot be changed or read.',
  },
  {
    when: /multiple statements/i,
    zh: '一次只能写一条语句。',
    en: 'One statement at a time.',
  },
  {
    when: /Table with name|Referenced column/i,
    zh: '现有的表：subjects、inputs、observations、nodes、scores、results、outcomes（列见 docs/tables.md）。',
    en: 'The tables are: subjects, inputs, observations, nodes, scores, results, outcomes (columns in docs/tables.md).',
  },
];

/** An error of the database about a query, with what helps. */
export function queryFailed(error: unknown): WorkspaceError {
  if (error instanceof WorkspaceError) return error;
  const message = (error instanceof Error ? error.message : String(error)).trim();
  const hint = HINTS.find(({ when }) => when.test(message));
  return new WorkspaceError('query.failed', {
    zh: `查询没有执行。${hint ? `${hint.zh}\n` : ''}${message}`,
    en: `The query was not run. ${hint ? `${hint.en}\n` : ''}${message}`,
  });
}
