import type { AttributeDeclaration, InputDeclaration } from '@kaoheng/engine/live';
import type { LocalText } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../locales/messages.ts';

/** What a scheme asks for of the data. */
export interface NeededInputs {
  readonly inputs: readonly InputDeclaration[];
  readonly attributes: readonly AttributeDeclaration[];
}

export const NOTHING_NEEDED: NeededInputs = { inputs: [], attributes: [] };

/** What a scheme asks for: one line per column of the subjects, then one per item of the observations. */
export function inputTable(
  { inputs, attributes }: NeededInputs,
  words: Messages,
  pick: (text: LocalText) => string,
): TemplateResult {
  const hasSenders = inputs.some(({ from }) => from !== '');
  return html`<div class="scroll input-table" tabindex="0" role="region" aria-label=${words.inputsHeading}>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.inputItem}</th>
          <th scope="col">${words.inputTitle}</th>
          <th scope="col">${words.inputKind}</th>
          <th scope="col">${words.inputValues}</th>
          ${hasSenders ? html`<th scope="col">${words.inputFrom}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${attributes.map(
          ({ name, title, unit, kind }) =>
            html`<tr>
              <th scope="row" class="item"><code>${name}</code></th>
              <td class="meaning">${pick(title)}</td>
              <td class="kind">${words.subjectsColumn}</td>
              <td>${unit || (kind === 'flag' ? words.yesOrNo : '')}</td>
              ${hasSenders ? html`<td></td>` : nothing}
            </tr>`,
        )}
        ${inputs.map(
          (input) =>
            html`<tr>
              <th scope="row" class="item"><code>${input.item}</code></th>
              <td class="meaning">${pick(input.title)}</td>
              <td class="kind">${words.inputKinds[input.kind]}</td>
              <td>${allowedValues(input, words, pick)}</td>
              ${hasSenders ? html`<td>${input.from}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The same as rows that a spreadsheet or a letter takes. */
export function inputText(
  { inputs, attributes }: NeededInputs,
  words: Messages,
  pick: (text: LocalText) => string,
): string {
  const head = [words.inputItem, words.inputTitle, words.inputKind, words.inputValues, words.inputFrom];
  const lines = inputs.map((input) => [
    input.item,
    pick(input.title),
    words.inputKinds[input.kind],
    allowedValues(input, words, pick),
    input.from,
  ]);
  const columns = attributes.map(({ name, title, unit }) => [name, pick(title), words.subjectsColumn, unit, '']);
  return [head, ...columns, ...lines]
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
    .join('\n');
}

function allowedValues(input: InputDeclaration, words: Messages, pick: (text: LocalText) => string): string {
  const { unit, min, max, mayBeNA } = input;
  const range = min !== null || max !== null ? `${min ?? ''}…${max ?? ''}` : '';
  const named = (list: readonly string[], titles: Readonly<Record<string, LocalText>>): string =>
    list
      .map((word) => {
        const title = titles[word] ? pick(titles[word]) : word;
        return title === word ? word : words.wordMeaning(word, title);
      })
      .join(words.comma);
  const parts = [
    named(input.words, input.wordTitles),
    [range, unit].filter(Boolean).join(' '),
    input.categories.length > 0 ? words.categories(named(input.categories, input.categoryTitles)) : '',
    mayBeNA ? words.mayBeNA : '',
  ];
  return parts.filter(Boolean).join(words.semicolon);
}
