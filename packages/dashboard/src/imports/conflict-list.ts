import { placeName, type Claim, type Conflict, type MergeSummary, type Problem } from '@kaoheng/engine/live';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { problemFrom } from '../data/problem.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import styles from './imports.css?inline';

const PORTION = 20;
/** Beyond those that the status tells, so many are asked for at a time. */
const PAGE = 200;

/** How far a choice goes: one conflict, all open ones of its item, or all open ones of the import. */
type Reach = 'one' | 'item' | 'import';

/** What a user has begun to choose. */
interface Draft {
  readonly import: string;
  readonly reason: string;
  readonly reach: Reach;
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
  @state() private done = '';
  /** Conflicts beyond those that the status tells. */
  @state() private further: readonly Conflict[] = [];

  readonly #live = new WorkspaceController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('merged')) this.further = [];
  }

  get #conflicts(): readonly Conflict[] {
    return [...(this.merged?.conflicts ?? []), ...this.further];
  }

  async #showMore(): Promise<void> {
    this.shown += PORTION;
    const { workspace, merged } = this;
    const from = this.#conflicts.length;
    if (!workspace || !merged || this.working || this.shown <= from || from >= merged.allConflicts) return;
    this.working = true;
    this.problem = null;
    try {
      const more = await workspace.conflicts({ from, count: PAGE });
      // An answer about other imports comes too late.
      if (merged === this.merged) this.further = [...this.further, ...more];
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  /** How many conflicts a choice would decide: the open ones, and the one that is looked at. */
  #count({ item, column, choice }: Conflict, { import: from, reach }: Draft): number {
    if (reach === 'one') return 1;
    const counts = this.merged?.openCounts.filter(
      (count) => count.import === from && (reach === 'import' || (count.item === item && count.column === column)),
    );
    return (counts ?? []).reduce((sum, { open }) => sum + open, choice === null ? 0 : 1);
  }

  async #choose(event: Event, conflict: Conflict): Promise<void> {
    event.preventDefault();
    const { workspace } = this;
    const draft = this.#draft(conflict);
    if (!workspace || this.working || draft.import === '') return;
    const { period, subject, item, rater, column } = conflict;
    this.working = true;
    this.problem = null;
    this.done = '';
    const place = { period, subject, item, rater, column };
    const reason = draft.reason.trim();
    try {
      if (draft.reach === 'one') await workspace.choose({ ...place, import: draft.import, reason });
      const scope = { import: draft.import, ...(draft.reach === 'item' ? { like: { item, column } } : {}) };
      const many = draft.reach === 'one' ? 1 : await workspace.chooseForMany(scope, reason, place);
      // Another reason that was begun meanwhile stays.
      const isSettled = (key: string, begun: Draft): boolean => key === keyOf(conflict) && isSame(begun, draft);
      this.drafts = new Map([...this.drafts].filter(([key, begun]) => !isSettled(key, begun)));
      this.done = many === 1 ? this.words.chosenNow : this.words.chosenMany(this.count(many));
    } catch (error) {
      this.problem = problemFrom(error);
    } finally {
      this.working = false;
    }
  }

  #draft(conflict: Conflict): Draft {
    const { choice } = conflict;
    return (
      this.drafts.get(keyOf(conflict)) ?? { import: choice?.import ?? '', reason: choice?.reason ?? '', reach: 'one' }
    );
  }

  #change(conflict: Conflict, change: Partial<Draft>): void {
    this.drafts = new Map([...this.drafts, [keyOf(conflict), { ...this.#draft(conflict), ...change }]]);
    this.done = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const conflicts = this.#conflicts;
    if (conflicts.length === 0) return nothing;
    const hidden = (this.merged?.allConflicts ?? 0) - this.shown;
    return html`<p class="quiet">${words.conflictsLead}</p>
      <p class="done" role="status">${this.done || nothing}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.pick(this.problem.text)}</p>` : nothing}
      ${repeat(conflicts.slice(0, this.shown), keyOf, (conflict, at) => this.#renderConflict(conflict, at))}
      ${
        hidden > 0
          ? html`<button type="button" class="button small screen-only" ?disabled=${this.working} @click=${() => void this.#showMore()}>
            ${words.moreConflicts(this.count(hidden))}
          </button>`
          : nothing
      }`;
  }

  #renderConflict(conflict: Conflict, at: number): TemplateResult {
    const { words } = this;
    const draft = this.#draft(conflict);
    const isMany = draft.reach !== 'one';
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
        ${this.#renderReach(conflict, draft)}
        <label class="field">
          <span>${isMany ? words.chooseManyReason : words.chooseAgainst}</span>
          <input
            type="text"
            autocomplete="off"
            .value=${draft.reason}
            @input=${(event: Event) => this.#change(conflict, { reason: (event.target as HTMLInputElement).value })}
          />
        </label>
        <button
          type="submit"
          class="button small"
          ?disabled=${this.working || draft.import === '' || (isMany && draft.reason.trim() === '')}
        >
          ${isMany ? words.chooseMany(this.count(this.#count(conflict, draft))) : words.choose}
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
        @change=${() => this.#change(conflict, { import: claim.import, reach: 'one' })}
      />
      <b class="numeric">${claim.value || words.emptyValue}</b>
      <span class="quiet">
        ${particulars} ${placeName(claim.origin)} ${time ? html`· ${words.moment(new Date(time))}` : nothing}
      </span>
      ${conflict.counts === claim.import ? html`<span class="mark plain">${words.countsNow}</span>` : nothing}
    </label>`;
  }

  /** One choice for many: offered where there are many, once it is clear whose word it would be. */
  #renderReach(conflict: Conflict, draft: Draft): TemplateResult | typeof nothing {
    const { words } = this;
    const countOf = (reach: Reach): number => this.#count(conflict, { ...draft, reach });
    if (draft.import === '' || countOf('import') < 2) return nothing;
    const option = (reach: Reach, text: string): TemplateResult =>
      html`<option value=${reach} .selected=${draft.reach === reach}>${text}</option>`;
    return html`<label class="field">
      <span>${words.chooseFor}</span>
      <select
        @change=${(event: Event) => this.#change(conflict, { reach: (event.target as HTMLSelectElement).value as Reach })}
      >
        ${option('one', words.onlyThisConflict)}
        ${
          countOf('item') > 1
            ? option('item', words.allOfItem(this.#titleOf(conflict), this.count(countOf('item'))))
            : nothing
        }
        ${option('import', words.allOfImport(this.count(countOf('import'))))}
      </select>
    </label>`;
  }

  #titleOf({ item, column }: Conflict): string {
    const input = this.#live.status?.scheme?.inputs.find((one) => one.item === item);
    return column || (input ? this.pick(input.title) : item);
  }

  #what(conflict: Conflict): string {
    const { period, subject, rater } = conflict;
    return [period, this.nameOf(subject), this.#titleOf(conflict), rater].filter((text) => text !== '').join(' · ');
  }
}

function isSame(one: Draft, other: Draft): boolean {
  return one.import === other.import && one.reason === other.reason && one.reach === other.reach;
}

function keyOf({ period, subject, item, rater, column }: Conflict): string {
  return JSON.stringify([period, subject, item, rater, column]);
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-conflict-list': ConflictListElement;
  }
}
