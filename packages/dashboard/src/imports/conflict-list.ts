import { placeName, type Claim, type Conflict, type MergeSummary, type Problem } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './imports.css?inline';

const PORTION = 20;

/** What a user has begun to choose. */
interface Draft {
  readonly import: string;
  readonly reason: string;
}

/**
 * Values of which imports say different things: who said what, in which cell, and a choice with a reason.
 *
 * @element kh-conflict-list
 */
@customElement('kh-conflict-list')
export class ConflictListElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;
  @property({ attribute: false }) merged: MergeSummary | null = null;
  /** What subjects are called. */
  @property({ attribute: false }) nameOf: (subject: string) => string = (subject) => subject;

  @state() private drafts: ReadonlyMap<string, Draft> = new Map();
  @state() private shown = PORTION;
  @state() private working = false;
  @state() private problem: Problem | null = null;
  @state() private done = false;

  readonly #live = new WorkspaceController(this);

  async #choose(event: Event, conflict: Conflict): Promise<void> {
    event.preventDefault();
    const { workspace } = this;
    const draft = this.#draft(conflict);
    if (!workspace || this.working || draft.import === '') return;
    const { period, subject, item, rater, column } = conflict;
    this.working = true;
    this.problem = null;
    this.done = false;
    try {
      await workspace.choose({
        period,
        subject,
        item,
        rater,
        column,
        import: draft.import,
        reason: draft.reason.trim(),
      });
      // Another reason that was begun meanwhile stays.
      const isSettled = (key: string, begun: Draft): boolean => key === keyOf(conflict) && isSame(begun, draft);
      this.drafts = new Map([...this.drafts].filter(([key, begun]) => !isSettled(key, begun)));
      this.done = true;
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  #draft(conflict: Conflict): Draft {
    const { choice } = conflict;
    return this.drafts.get(keyOf(conflict)) ?? { import: choice?.import ?? '', reason: choice?.reason ?? '' };
  }

  #change(conflict: Conflict, change: Partial<Draft>): void {
    this.drafts = new Map([...this.drafts, [keyOf(conflict), { ...this.#draft(conflict), ...change }]]);
    this.done = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const conflicts = this.merged?.conflicts ?? [];
    if (conflicts.length === 0) return nothing;
    const hidden = conflicts.length - this.shown;
    return html`<p class="quiet">${words.conflictsLead}</p>
      <p class="done" role="status">${this.done ? words.chosenNow : nothing}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      ${repeat(conflicts.slice(0, this.shown), keyOf, (conflict, at) => this.#renderConflict(conflict, at))}
      ${
        hidden > 0
          ? html`<button type="button" class="button small screen-only" @click=${() => (this.shown += PORTION)}>
            ${words.moreConflicts(this.count(hidden))}
          </button>`
          : nothing
      }`;
  }

  #renderConflict(conflict: Conflict, at: number): TemplateResult {
    const { words } = this;
    const draft = this.#draft(conflict);
    return html`<form class="conflict" @submit=${(event: Event) => void this.#choose(event, conflict)}>
      <fieldset>
        <legend>
          ${this.#what(conflict)}
          <span class="mark ${conflict.choice ? 'good' : 'warn'}"
            >${conflict.choice ? words.conflictChosen : words.conflictOpen}</span
          >
        </legend>
        ${conflict.claims.map((claim) => this.#renderClaim(conflict, claim, draft, `conflict-${at}`))}
      </fieldset>
      <div class="decide screen-only">
        <label class="field">
          <span>${words.chooseAgainst}</span>
          <input
            type="text"
            autocomplete="off"
            .value=${draft.reason}
            @input=${(event: Event) => this.#change(conflict, { reason: (event.target as HTMLInputElement).value })}
          />
        </label>
        <button type="submit" class="button small" ?disabled=${this.working || draft.import === ''}>
          ${words.choose}
        </button>
      </div>
    </form>`;
  }

  #renderClaim(conflict: Conflict, claim: Claim, draft: Draft, name: string): TemplateResult {
    const { words } = this;
    const time = this.merged?.imports.find(({ id }) => id === claim.import)?.time;
    const particulars = [claim.category, claim.matter, claim.date].filter((text) => text !== '').join(' ');
    return html`<label class="claim">
      <input
        type="radio"
        name=${name}
        .checked=${draft.import === claim.import}
        @change=${() => this.#change(conflict, { import: claim.import })}
      />
      <b class="numeric">${claim.value || words.emptyValue}</b>
      <span class="quiet">
        ${particulars} ${placeName(claim.origin)} ${time ? html`· ${words.moment(new Date(time))}` : nothing}
      </span>
      ${conflict.counts === claim.import ? html`<span class="mark plain">${words.countsNow}</span>` : nothing}
    </label>`;
  }

  #what({ period, subject, item, rater, column }: Conflict): string {
    const input = this.#live.status?.scheme?.inputs.find((one) => one.item === item);
    const title = column || (input ? this.pick(input.title) : item);
    return [period, this.nameOf(subject), title, rater].filter((text) => text !== '').join(' · ');
  }
}

function isSame(one: Draft, other: Draft): boolean {
  return one.import === other.import && one.reason === other.reason;
}

function keyOf({ period, subject, item, rater, column }: Conflict): string {
  return JSON.stringify([period, subject, item, rater, column]);
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-conflict-list': ConflictListElement;
  }
}
