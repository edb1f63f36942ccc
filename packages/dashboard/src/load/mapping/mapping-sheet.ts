import {
  vocabularyOf,
  wordsByTitle,
  type ColumnMapping,
  type ColumnProposal,
  type InCommon,
  type InputDeclaration,
  type MappingChange,
  type SheetMapping,
  type SheetProposal,
} from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DashboardElement, dashboardStyles } from '../../ui/dashboard-element.ts';
import { choiceOf, fieldsOf, itemsOf, meaningOf, subjectsOf } from './column-choices.ts';
import { letterOf } from './column-letter.ts';
import {
  isJoined,
  mappingOf,
  withChange,
  withOneTable,
  withHeader,
  withRole,
  type DraftEdit,
  type MappingDraft,
} from './mapping-draft.ts';
import styles from './mapping-sheet.css?inline';
import { placeOf } from './table-place.ts';
import './word-table.ts';

const ROLES = ['wide', 'long', 'subjects', 'ignore'] as const;
const TONES = ['good', 'plain', 'warn'] as const;

/**
 * One sheet of a foreign file: what it is, and a preview of its rows under the meanings of its columns.
 *
 * @element kh-mapping-sheet
 * @fires {CustomEvent<DraftEdit>} draft-edit - Something was corrected.
 */
@customElement('kh-mapping-sheet')
export class MappingSheetElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) draft: MappingDraft | null = null;
  @property({ attribute: false }) sheet: SheetProposal | null = null;
  @property({ attribute: false }) inputs: readonly InputDeclaration[] = [];

  #edit(edit: DraftEdit): void {
    this.fire('draft-edit', edit);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft, sheet } = this;
    const { mapping: words } = this.words;
    if (!draft || !sheet) return nothing;
    const mapping = mappingOf(draft, sheet);
    const isRead = mapping.role !== 'ignore' && mapping.role !== 'own';
    return html`<h4>
        ${placeOf(draft, sheet.key, '', words)}
        <span class="quiet small">${words.rowCount(this.count(sheet.rows))}</span>
        ${sheet.hidden ? html`<span class="mark warn">${words.hidden}</span>` : nothing}
      </h4>
      <div class="facts">${this.#renderRole(sheet, mapping)} ${isRead ? this.#renderFacts(sheet, mapping) : nothing}
        ${this.#renderJoin(draft, sheet)}</div>
      ${isRead ? this.#renderPreview(sheet, mapping) : nothing}`;
  }

  #renderRole(sheet: SheetProposal, mapping: SheetMapping): TemplateResult {
    const { mapping: words } = this.words;
    const roles = sheet.mapping.role === 'own' ? (['own', ...ROLES] as const) : ROLES;
    return html`<label class="field">
      <span>${words.role}</span>
      <select
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.#edit((now) => withRole(now, sheet, value as SheetMapping['role']));
        }}
      >
        ${roles.map(
          (role) => html`<option value=${role} .selected=${role === mapping.role}>${words.roles[role]}</option>`,
        )}
      </select>
      ${this.#renderSure(sheet.confidence, this.pick(sheet.reasonText))}
    </label>`;
  }

  #renderFacts(sheet: SheetProposal, mapping: SheetMapping): TemplateResult {
    const { mapping: words } = this.words;
    const { first, last } = mapping.header;
    const rows = (label: string, value: number, set: (value: number) => readonly [number, number]): TemplateResult =>
      html`<input
        type="number"
        min="0"
        aria-label=${label}
        .value=${String(value)}
        @change=${(event: Event) => {
          const [from, to] = set(Math.max(0, Math.round(Number((event.target as HTMLInputElement).value) || 0)));
          this.#edit((now) => withHeader(now, sheet, from, to));
        }}
      />`;
    return html`${
      mapping.role === 'subjects'
        ? nothing
        : html`<label class="field short">
          <span>${words.period}</span>
          <input
            type="text"
            autocomplete="off"
            .value=${mapping.fixed.period ?? ''}
            @change=${(event: Event) => {
              const value = (event.target as HTMLInputElement).value.normalize('NFKC').trim();
              this.#edit((now) => withChange(now, sheet, { kind: 'fixed', field: 'period', value }));
            }}
          />
        </label>`
    }
      ${this.#renderFixed(mapping)}
      <div class="field" role="group" aria-label=${words.headerRows}>
        <span>${words.headerRows}</span>
        <div class="rows">
          ${rows(words.headerFirst, first, (value) => [value, Math.max(value, last)])} –
          ${rows(words.headerLast, last, (value) => [Math.min(first, value), value])}
        </div>
      </div>
      ${
        mapping.role === 'subjects'
          ? nothing
          : html`<label class="check">
            <input
              type="checkbox"
              .checked=${mapping.alsoSubjects === true}
              @change=${(event: Event) =>
                this.#edit((now) =>
                  withChange(now, sheet, {
                    kind: 'also-subjects',
                    alsoSubjects: (event.target as HTMLInputElement).checked,
                  }),
                )}
            /><span>${words.alsoSubjects}</span>
          </label>`
      }`;
  }

  /** Tables that were parted wrongly become one, and one that was joined is parted again. */
  #renderJoin(draft: MappingDraft, sheet: SheetProposal): TemplateResult | typeof nothing {
    const { mapping: words } = this.words;
    const joined = isJoined(draft, sheet);
    if (!joined && sheet.mapping.area === undefined) return nothing;
    return html`<div class="field join">
      <button type="button" class="button small" @click=${() => this.#edit((now) => withOneTable(now, sheet, !joined))}>
        ${joined ? words.partTables : words.joinTables}
      </button>
      <span class="quiet small">${joined ? words.partTablesHint : words.joinTablesHint}</span>
    </div>`;
  }

  #renderPreview(sheet: SheetProposal, mapping: SheetMapping): TemplateResult {
    const { mapping: words } = this.words;
    const name = mapping.sheet || mapping.file;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.preview(name)}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${sheet.columns.map((column) => this.#renderHead(sheet, mapping, column))}
          </tr>
        </thead>
        <tbody>
          ${sheet.preview.map(
            ({ row, kind, cells }) =>
              html`<tr class=${kind.replace(' ', '-')}>
                <th scope="row"><span class="numeric">${row}</span> <span class="small">${words.rowKinds[kind]}</span></th>
                ${sheet.columns.map(({ column }) => html`<td>${cells[column] ?? ''}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
      </div>
      ${sheet.columns.map(
        (column) =>
          html`<kh-word-table
            .mapping=${mapping}
            .column=${column}
            .inputs=${this.inputs}
            @words-change=${(event: CustomEvent<readonly MappingChange[]>) =>
              this.#edit((now) => withChange(now, sheet, ...event.detail))}
          ></kh-word-table>`,
      )}`;
  }

  #renderHead(sheet: SheetProposal, mapping: SheetMapping, proposal: ColumnProposal): TemplateResult {
    const { mapping: words } = this.words;
    const { column, title } = proposal;
    const now: ColumnMapping = mapping.columns.find((one) => one.column === column) ?? {
      column,
      title,
      means: { kind: 'ignore' },
    };
    const chosen = choiceOf(now.means);
    const isProposed = chosen === choiceOf(proposal.means);
    const items = mapping.role === 'wide' ? itemsOf(this.inputs, proposal.others, now.means) : [];
    const subjects = mapping.role === 'wide' ? subjectsOf(proposal, now.means) : [];
    return html`<th scope="col" class=${chosen === 'ignore' ? 'unread' : ''}>
      <select
        aria-label=${words.columnMeans(`${letterOf(column)} ${title}`)}
        @change=${(event: Event) => {
          const means = meaningOf((event.target as HTMLSelectElement).value, title, now.means);
          this.#edit((draft) =>
            withChange(draft, sheet, { kind: 'means', column, means }, ...this.#words(means, mapping, proposal)),
          );
        }}
      >
        <optgroup label=${words.fields}>
          ${fieldsOf(mapping.role, now.means).map(
            (field) => html`<option value=${field} .selected=${field === chosen}>${words.meanings[field]}</option>`,
          )}
        </optgroup>
        ${
          items.length > 0
            ? html`<optgroup label=${words.items}>
              ${items.map(
                (item) =>
                  html`<option value="=${item}" .selected=${`=${item}` === chosen}>${this.#titleOf(item)}</option>`,
              )}
            </optgroup>`
            : nothing
        }
        ${
          subjects.length > 0
            ? html`<optgroup label=${words.subjects}>
              ${subjects.map(
                ({ id, name }) =>
                  html`<option value="@${id}" .selected=${`@${id}` === chosen}>${words.ofSubject(name, id)}</option>`,
              )}
            </optgroup>`
            : nothing
        }
      </select>
      ${now.means.kind === 'figure' || now.means.kind === 'of-subject' ? this.#renderCommon(now.means) : nothing}
      ${isProposed && chosen !== 'ignore' ? this.#renderSure(proposal.confidence, this.pick(proposal.reasonText)) : nothing}
      ${now.factor ? html`<span class="small">${words.times(now.factor)}</span>` : nothing}
    </th>`;
  }

  /** What holds for all rows, besides the period. */
  #renderFixed({ fixed }: SheetMapping): TemplateResult | typeof nothing {
    const { item, period: _, ...others } = fixed;
    if (item === undefined && Object.keys(others).length === 0) return nothing;
    return html`<div class="field">
      <span>${this.words.mapping.allRows}</span>
      <div class="fixed">
        ${item === undefined ? nothing : this.#titleOf(item)} ${this.#renderCommon(others)}
      </div>
    </div>`;
  }

  /** What all values of the column have in common. */
  #renderCommon({ period, category, rater, word }: InCommon): TemplateResult | typeof nothing {
    const { mapping: words } = this.words;
    const said = [
      period !== undefined && this.words.periodName(period),
      category !== undefined && words.ofCategory(category),
      rater !== undefined && words.ofRater(rater),
      word !== undefined && words.ofWord(word),
    ].filter((text) => text !== false);
    return said.length === 0 ? nothing : html`<span class="common small">${said.join(' · ')}</span>`;
  }

  /** Titles of words that the column holds, for the meaning that it gets. */
  #words(
    means: ColumnMapping['means'],
    mapping: SheetMapping,
    { column, title, texts }: ColumnProposal,
  ): MappingChange[] {
    const vocabulary = vocabularyOf({ column, title, means }, mapping, this.inputs);
    if (vocabulary === null) return [];
    const found = wordsByTitle(
      texts.map(({ text }) => text),
      vocabulary,
    );
    return Object.entries(found).map(([text, word]) => ({ kind: 'word', column, text, word }));
  }

  #renderSure(confidence: number, reason: string): TemplateResult {
    const step = confidence >= 0.9 ? 0 : confidence >= 0.6 ? 1 : 2;
    return html`<span class="sure small quiet"
      ><span class="mark ${TONES[step]}">${this.words.mapping.sure[step]}</span> ${reason}</span
    >`;
  }

  #titleOf(item: string): string {
    const title = this.inputs.find((input) => input.item === item)?.title;
    const text = title ? this.pick(title) : '';
    return text === '' || text === item ? item : `${text} ${item}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-mapping-sheet': MappingSheetElement;
  }
}
