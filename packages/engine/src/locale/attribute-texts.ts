import { text } from './finding-text.ts';
import type { LocalText } from '../reader/figure.ts';
import type { AttributeDeclaration } from '../scheme/attribute.ts';

/** What an import says of the further columns of the subjects that a scheme looks at. */
export const attributeTexts = {
  'attribute.form': ({ value, title, kind }: { value: string } & Pick<AttributeDeclaration, 'title' | 'kind'>) =>
    kind === 'flag'
      ? text(
          `“${title.zh}”要填是或否，这里是“${value}”。`,
          `“${title.en}” is a yes or no; here it is “${value}”.`,
          '请填“是”或“否”；没有就空着。',
          'Write yes or no, or leave the cell empty.',
        )
      : text(
          `“${title.zh}”要填数，这里是“${value}”。`,
          `“${title.en}” is a number; here it is “${value}”.`,
          '请填确切的数；没有就空着。',
          'Write the exact number, or leave the cell empty.',
        ),
  'attribute.empty': ({ title, rows }: { title: LocalText; rows: number }) =>
    text(
      `有 ${rows} 个对象没有填“${title.zh}”；用到它的得分缺数据。`,
      `${rows} subjects have no “${title.en}”; figures that need it are missing.`,
      '请在对象表的这一列补填。',
      'Fill in this column of the subjects.',
    ),
  'column.no-attribute': ({ name, title }: Pick<AttributeDeclaration, 'name' | 'title'>) =>
    text(
      `对象表没有“${title.zh}”（${name}）列；用到它的得分缺数据。`,
      `The subjects have no column “${title.en}” (${name}); figures that need it are missing.`,
      `请在对象表中增加一列，表头写“${title.zh}”或 ${name}。`,
      `Add a column headed “${title.en}” or ${name} to the subjects.`,
    ),
};
