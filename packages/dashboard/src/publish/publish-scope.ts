import type { NodeDescription, PartDescription, ResultsDescription } from '@kaoheng/engine/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import {
  allGroups,
  allPeriods,
  chosenParts,
  firstChoice,
  groupModes,
  hasCodes,
  nodeKey,
  nodeKeys,
  toggled,
  type PublishChoice,
} from './publish-choice.ts';
import styles from './publish-scope.css?inline';

/**
 * What visitors may see: periods, parts, groups, indicators and results (`scope`), or names and codes (`subjects`).
 *
 * @element kh-publish-scope
 * @fires {CustomEvent<PublishChoice>} choice-change - The user chose otherwise.
 */
@customElement('kh-publish-scope')
export class PublishScopeElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  @property({ attribute: false }) description: ResultsDescription | null = null;
  @property({ attribute: false }) choice: PublishChoice = firstChoice('');
  /** The half of the choice that is shown here. */
  @property() section: 'scope' | 'subjects' = 'scope';

  #change(change: Partial<PublishChoice>): void {
    this.fire('choice-change', { ...this.choice, ...change });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words, description, choice } = this;
    if (!description) return nothing;
    if (this.section === 'subjects') return this.#renderSubjects(description);
    const parts = chosenParts(description, choice);
    const groups = allGroups(parts);
    return html`<fieldset>
        <legend>${words.publishPeriods}</legend>
        ${this.#renderChecks(
          allPeriods(description).map((period) => ({
            key: period,
            text: words.periodName(period),
            checked: choice.periods.includes(period),
          })),
          (period, isChosen) =>
            this.#change({
              periods: isChosen ? [...choice.periods, period] : choice.periods.filter((other) => other !== period),
            }),
        )}
      </fieldset>
      ${
        description.parts.length > 1
          ? html`<fieldset>
            <legend>${words.publishParts}</legend>
            ${this.#renderChecks(
              description.parts.map(({ id, title }) => ({
                key: id,
                text: this.pick(title),
                checked: !choice.partsOut.has(id),
              })),
              (part, isChosen) => this.#change({ partsOut: toggled(choice.partsOut, [part], !isChosen) }),
            )}
          </fieldset>`
          : nothing
      }
      ${
        groups.length > 0
          ? html`<fieldset>
            <legend>${words.publishGroups}</legend>
            ${this.#renderChecks(
              groups.map((group) => ({ key: group, text: group, checked: !choice.groupsOut.has(group) })),
              (group, isChosen) => this.#change({ groupsOut: toggled(choice.groupsOut, [group], !isChosen) }),
            )}
          </fieldset>`
          : nothing
      }
      ${this.#renderNodes(description, parts)}`;
  }

  #renderChecks(
    checks: readonly { key: string; text: string; checked: boolean }[],
    change: (key: string, isChosen: boolean) => void,
  ): TemplateResult {
    return html`<div class="checks">
      ${checks.map(
        ({ key, text, checked }) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${checked}
              @change=${(event: Event) => change(key, (event.target as HTMLInputElement).checked)}
            /><span>${text}</span></label
          >`,
      )}
    </div>`;
  }

  #renderSubjects(description: ResultsDescription): TemplateResult {
    const { words, choice } = this;
    return html`<fieldset>
      <legend>${words.publishSubjects}</legend>
      <div class="checks">
        ${(['names', 'codes'] as const).map(
          (mode) =>
            html`<label class="check"
              ><input
                type="radio"
                name="subjects"
                value=${mode}
                .checked=${choice.subjects === mode}
                @change=${() => this.#change({ subjects: mode })}
              /><span>${words.subjectModes[mode]}</span></label
            >`,
        )}
      </div>
      ${choice.subjects === 'codes' ? html`<p class="quiet small">${words.codesHint}</p>` : nothing}
    </fieldset>
    ${this.#renderGroupModes(description)}
    <fieldset>
      <legend class="visually-hidden">${words.smallest}</legend>
      ${
        hasCodes(description, choice)
          ? html`<label class="field">
              <span>${words.codeKey}</span>
              <input
                class="code-key"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="key-hint"
                .value=${choice.codeKey}
                @change=${(event: Event) => this.#change({ codeKey: (event.target as HTMLInputElement).value.trim() })}
              />
              <span class="quiet small hint" id="key-hint">${words.codeKeyHint}</span>
            </label>`
          : nothing
      }
      <label class="field">
        <span>${words.smallest}</span>
        <input
          class="smallest numeric"
          type="number"
          min="1"
          max="999"
          aria-describedby="smallest-hint"
          .value=${String(choice.smallest)}
          @change=${this.#handleSmallest}
        />
        <span class="quiet small hint" id="smallest-hint">${words.smallestHint}</span>
      </label>
    </fieldset>`;
  }

  #renderGroupModes(description: ResultsDescription): TemplateResult | typeof nothing {
    const { words, choice } = this;
    const parts = groupModes(description, choice);
    if (parts.length === 0) return nothing;
    const title = (part: PartDescription): string => (description.parts.length > 1 ? this.pick(part.title) : '');
    return html`${parts.map(
      ({ part, mode }) =>
        html`<fieldset>
            <legend>${words.groupModesTitle(title(part), words.groupColumn(part.rankedWithin ?? 'group'))}</legend>
            <div class="checks">
              ${(['names', 'codes', 'none'] as const).map(
                (one) =>
                  html`<label class="check"
                    ><input
                      type="radio"
                      name=${`groups-${part.id}`}
                      value=${one}
                      .checked=${one === mode}
                      @change=${() => this.#change({ groupModes: { ...choice.groupModes, [part.id]: one } })}
                    /><span>${words.groupModes[one]}</span></label
                  >`,
              )}
            </div>
          </fieldset>`,
    )}
      <p class="quiet small">${words.groupsHint}</p>`;
  }

  #handleSmallest(event: Event): void {
    const input = event.target as HTMLInputElement;
    const smallest = Math.min(999, Math.max(1, Math.round(Number(input.value)) || 1));
    input.value = String(smallest);
    this.#change({ smallest });
  }

  #renderNodes(description: ResultsDescription, parts: readonly PartDescription[]): TemplateResult {
    const { words, choice } = this;
    const { all, chosen } = nodeKeys(description, choice);
    return html`<fieldset>
      <legend>${words.publishNodes(this.count(chosen.length), this.count(all.length))}</legend>
      <p class="actions">
        <button
          type="button"
          class="button small"
          @click=${() => this.#change({ nodesOut: toggled(choice.nodesOut, all, false) })}
        >
          ${words.chooseAll}
        </button>
        <button
          type="button"
          class="button small"
          @click=${() => this.#change({ nodesOut: toggled(choice.nodesOut, all, true) })}
        >
          ${words.chooseNone}
        </button>
      </p>
      ${parts.map(
        (part) =>
          html`${parts.length > 1 ? html`<h3>${this.pick(part.title)}</h3>` : nothing}
            <ul class="nodes">
              ${part.nodes.map((node) => this.#renderNode(part, node))}
            </ul>`,
      )}
    </fieldset>`;
  }

  #renderNode(part: PartDescription, node: NodeDescription): TemplateResult {
    const { choice } = this;
    const key = nodeKey(part, node);
    return html`<li .style=${`--depth: ${depthOf(part, node)}`}>
      <label class="check"
        ><input
          type="checkbox"
          data-node=${key}
          .checked=${!choice.nodesOut.has(key)}
          @change=${(event: Event) =>
            this.#change({
              nodesOut: toggled(choice.nodesOut, [key], !(event.target as HTMLInputElement).checked),
            })}
        /><span>${this.pick(node.title)}</span></label
      >
    </li>`;
  }
}

/** How deep a node stands among those of its kind: results stand beside the items that they are made from. */
function depthOf(part: PartDescription, node: NodeDescription): number {
  const above = part.nodes.find(({ id }) => id === node.parent);
  return above?.role === node.role ? depthOf(part, above) + 1 : 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-publish-scope': PublishScopeElement;
  }
}
