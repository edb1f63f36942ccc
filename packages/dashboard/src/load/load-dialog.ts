import type { Amendment, Progress, ProposeMappingOptions, SchemeEntry, SchemeOpened } from '@kaoheng/engine/live';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isCancelled, problemFrom } from '../data/problem.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import { DashboardElement, dialogStyles } from '../ui/dashboard-element.ts';
import '../ui/modal-dialog.ts';
import type { ModalDialogElement } from '../ui/modal-dialog.ts';
import './file-choice.ts';
import './import-report.ts';
import type { AmendmentRequest } from './import-report.ts';
import styles from './load-dialog.css?inline';
import { renderOutcome, type Outcome } from './load-outcome.ts';
import { load, planOf, type LoadPlan } from './load-plan.ts';
import { draftOf, mappingsOf, proposedAnew, type DraftEdit, type MappingDraft } from './mapping/mapping-draft.ts';
import { mappingStep } from './mapping/mapping-step.ts';
import { NOTHING_NEEDED, type NeededInputs } from './input-table.ts';
import './needed-data.ts';
import type { NeededDataElement } from './needed-data.ts';
import './scheme-choice.ts';
import { schemeOf, type SchemeChoice } from './scheme-choice.ts';

type Stage =
  | { readonly kind: 'choose' }
  | { readonly kind: 'mapping' }
  | { readonly kind: 'working'; readonly progress: Progress | null }
  | Outcome;

const CHOOSE: Stage = { kind: 'choose' };

/**
 * Another scheme, other data, or both at once. Nothing changes until everything has been read, and rows that would be
 * left out are shown before anything is replaced; whatever goes wrong, what was there before stays, and the dialog says so.
 *
 * @element kh-load-dialog
 * @fires {CustomEvent} loaded - Other results are in place.
 * @fires {CustomEvent} conflicts-show - The user wants to see where imports say different things.
 */
@customElement('kh-load-dialog')
export class LoadDialogElement extends DashboardElement {
  static override styles = dialogStyles(styles);

  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  /** Writes the reason into the history; `null`: nobody keeps one. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;

  /** The period that is being looked at, for tables that name none. */
  @property() period = '';

  @state() private reason = '';
  @state() private schemes: readonly SchemeEntry[] = [];
  @state() private choice: SchemeChoice = { kind: 'current' };
  @state() private files: readonly File[] = [];
  /** New files come to the data that are there; otherwise they take their place. */
  @state() private adding = true;
  @state() private stage: Stage = CHOOSE;
  /** How foreign tables are to be read; `null`: the files are in the layout of the program. */
  @state() private draft: MappingDraft | null = null;
  /** Cells and rows of the chosen files that were set right in the report. */
  @state() private amendments: readonly Amendment[] = [];
  /** Such that wait to be read. */
  @state() private waiting = 0;
  /** The columns of a table are being proposed anew. */
  @state() private proposing = false;
  /** What the chosen built-in scheme asks for. */
  @state() private neededInputs: NeededInputs = NOTHING_NEEDED;

  @query('kh-modal') private modal!: ModalDialogElement;
  @query('kh-needed-data') private needed!: NeededDataElement | null;

  #work: AbortController | null = null;
  #leadsToConflicts = false;
  /** With what the tables were proposed. */
  #asked: ProposeMappingOptions = {};
  readonly #live = new WorkspaceController(this);

  async show(): Promise<void> {
    this.#reset();
    await this.updateComplete;
    await this.modal.show();
    try {
      this.schemes = (await this.workspace?.listSchemes()) ?? [];
    } catch (error) {
      if (this.stage === CHOOSE) this.#settle({ kind: 'failed', problem: problemFrom(error) });
    }
  }

  #reset(): void {
    this.choice = { kind: 'current' };
    this.files = [];
    this.adding = true;
    this.reason = '';
    this.draft = null;
    this.amendments = [];
    this.proposing = false;
    this.stage = CHOOSE;
  }

  /** Other files may say other things in the same cells. */
  #chooseFiles(files: readonly File[]): void {
    this.files = files;
    this.amendments = [];
  }

  #amend({ amendments, reason }: AmendmentRequest): void {
    this.amendments = amendments;
    if (reason !== '') this.reason = reason;
    void this.#start(true);
  }

  /** What the scheme that is chosen asks for, whether there is data for it or not. */
  get #needed(): NeededInputs {
    if (this.choice.kind === 'file') return this.choice.checked.scheme ?? NOTHING_NEEDED;
    return this.choice.kind === 'current' ? (this.#live.status?.scheme ?? NOTHING_NEEDED) : this.neededInputs;
  }

  async #choose(choice: SchemeChoice): Promise<void> {
    this.choice = choice;
    this.neededInputs = NOTHING_NEEDED;
    if (choice.kind !== 'built-in') return;
    try {
      const checked = await this.workspace?.checkScheme({ builtIn: choice.id });
      if (this.choice === choice) this.neededInputs = checked?.scheme ?? NOTHING_NEEDED;
    } catch {
      // Only the list stays away; opening the scheme will say what is wrong.
    }
  }

  /** Own data can be added to; another scheme begins anew, and a sample gives way. */
  get #mayAdd(): boolean {
    return this.choice.kind === 'current' && this.#live.status?.data?.source === 'files';
  }

  get #isAdding(): boolean {
    return this.#mayAdd && this.adding;
  }

  get #plan(): LoadPlan | null {
    const { status } = this.#live;
    return status ? planOf(this.choice, this.files, status, this.schemes, this.#isAdding) : null;
  }

  /** Files in a layout of their own are matched with the scheme before they are read. */
  async #begin(): Promise<void> {
    this.draft = null;
    this.proposing = false;
    const { workspace } = this;
    const plan = this.#plan;
    if (!workspace || plan === null || !('files' in plan)) return this.#start(true);
    const work = new AbortController();
    this.#work = work;
    this.stage = { kind: 'working', progress: null };
    try {
      const earlier = (await this.keeper?.mappings().catch(() => [])) ?? [];
      this.#asked = {
        ...('scheme' in plan ? { scheme: plan.scheme } : {}),
        // A sample is nobody's work.
        ...(this.#mayAdd && this.period !== '' ? { period: this.period } : {}),
        earlier,
        adding: this.#isAdding,
      };
      const proposal = await workspace.proposeMapping(plan.files, { ...this.#asked, signal: work.signal });
      if (!proposal.isOwnLayout && proposal.sheets.length > 0) {
        this.draft = draftOf(proposal, plan.files);
        return this.#settle({ kind: 'mapping' });
      }
    } catch (error) {
      return this.#settle(isCancelled(error) ? { kind: 'cancelled' } : { kind: 'failed', problem: problemFrom(error) });
    } finally {
      if (this.#work === work) this.#work = null;
    }
    return this.#start(true);
  }

  /** What a table is, and where its header stands, decides what its columns are: these are proposed anew then. */
  #edit(edit: DraftEdit): void {
    const before = this.draft;
    if (before === null) return;
    this.draft = edit(before);
    if (this.draft.given !== before.given) void this.#proposeAnew();
  }

  async #proposeAnew(): Promise<void> {
    const { workspace, draft, files } = this;
    if (!workspace || draft === null) return;
    this.#work?.abort();
    const work = new AbortController();
    this.#work = work;
    this.proposing = true;
    try {
      const { given } = draft;
      const proposal = await workspace.proposeMapping(files, { ...this.#asked, given, signal: work.signal });
      if (this.#work === work && this.draft) this.draft = proposedAnew(this.draft, proposal);
    } catch (error) {
      if (this.#work === work && !isCancelled(error)) this.#settle({ kind: 'failed', problem: problemFrom(error) });
    } finally {
      if (this.#work === work) {
        this.#work = null;
        this.proposing = false;
      }
    }
  }

  /** `holdRefused`: rows that would be left out are shown first, and nothing is replaced yet. */
  async #start(holdRefused: boolean): Promise<void> {
    const plan = this.#plan;
    if (!this.workspace || !plan || plan.kind === 'incomplete') return;
    const work = new AbortController();
    this.#work = work;
    this.stage = { kind: 'working', progress: null };
    this.keeper?.because(this.reason.trim());
    const before = this.#isAdding ? this.#openConflicts : 0;
    try {
      const done = await load(this.workspace, plan, {
        holdRefused,
        ...(this.draft && { mappings: mappingsOf(this.draft) }),
        ...(this.amendments.length > 0 && { amendments: this.amendments }),
        signal: work.signal,
        onProgress: (progress) => {
          if (this.#work === work) this.stage = { kind: 'working', progress };
        },
      });
      this.#finish(done, before);
    } catch (error) {
      this.#settle(isCancelled(error) ? { kind: 'cancelled' } : { kind: 'failed', problem: problemFrom(error) });
    } finally {
      this.keeper?.because('');
      this.#work = null;
    }
  }

  get #openConflicts(): number {
    return this.#live.status?.data?.merged?.openConflicts ?? 0;
  }

  #showConflicts(): void {
    this.#leadsToConflicts = true;
    this.modal.close();
  }

  /** `before`: how many conflicts were open. */
  #finish({ opened, findings, report }: Pick<SchemeOpened, 'opened' | 'findings' | 'report'>, before: number): void {
    if (report?.held) return this.#settle({ kind: 'held', report });
    const conflicts = Math.max(0, this.#openConflicts - before);
    this.#settle(opened ? { kind: 'entered', report, conflicts } : { kind: 'refused', report, findings });
    if (opened) this.fire('loaded');
  }

  #settle(stage: Stage): void {
    this.waiting = 0;
    this.stage = stage;
    void this.updateComplete.then(() => this.modal.scrollToTop());
  }

  #handleClose(): void {
    this.#work?.abort();
    // Nobody needs the files any longer that have been looked at.
    if (this.draft) void this.workspace?.proposeMapping([]).catch(() => undefined);
    this.#reset();
    // The dialog has given the focus back to where it was opened: only now can it go elsewhere.
    if (this.#leadsToConflicts) this.fire('conflicts-show');
    this.#leadsToConflicts = false;
  }

  protected override render(): TemplateResult {
    const { words, stage } = this;
    return html`<kh-modal
      .heading=${stage.kind === 'mapping' ? words.mapping.heading : words.loadHeading}
      ?locked=${stage.kind === 'working'}
      ?wide=${stage.kind === 'mapping'}
      @modal-close=${this.#handleClose}
      @amend-waiting=${(event: CustomEvent<number>) => (this.waiting = event.detail)}
    >
      ${this.#renderStage(stage)} ${this.#renderActions(stage)}
    </kh-modal>`;
  }

  #renderStage(stage: Stage): TemplateResult {
    if (stage.kind === 'choose') return this.#renderChoice();
    if (stage.kind === 'working') return this.#renderProgress(stage.progress);
    if (stage.kind === 'mapping') {
      return this.draft
        ? mappingStep(this.draft, this.#needed.inputs, this.words, this.proposing, (edit) => this.#edit(edit))
        : html``;
    }
    return renderOutcome(
      stage,
      this.workspace,
      this.words,
      (text) => this.pick(text),
      {
        amendments: this.amendments,
        amend: this.files.length > 0 ? (request) => this.#amend(request) : null,
      },
      () => this.#showConflicts(),
    );
  }

  #renderChoice(): TemplateResult {
    const { words } = this;
    const plan = this.#plan;
    const needed = this.#needed;
    const { inputs } = needed;
    return html`<p class="quiet lead">${words.loadLead}</p>
      <section>
        <h3>${words.stepScheme}</h3>
        <kh-scheme-choice
          .workspace=${this.workspace}
          .schemes=${this.schemes}
          .choice=${this.choice}
          @scheme-choose=${(event: CustomEvent<SchemeChoice>) => void this.#choose(event.detail)}
        ></kh-scheme-choice>
        ${
          inputs.length > 0
            ? html`<kh-needed-data
              .workspace=${this.workspace}
              .needed=${needed}
              .scheme=${schemeOf(this.choice)}
              ?open=${this.choice.kind !== 'current'}
            ></kh-needed-data>`
            : nothing
        }
      </section>
      <section>
        <h3>${words.stepFiles}</h3>
        ${
          inputs.length > 0
            ? html`<p class="no-files">
              <span>${words.noFilesYet}</span>
              <button type="button" class="button small" @click=${() => this.needed?.showCollection()}>
                ${words.makeCollection}
              </button>
            </p>`
            : nothing
        }
        <kh-file-choice
          .files=${this.files}
          @files-choose=${(event: CustomEvent<readonly File[]>) => this.#chooseFiles(event.detail)}
        ></kh-file-choice>
        ${this.#mayAdd && this.files.length > 0 ? this.#renderAdding() : nothing}
        <details>
          <summary>${words.formatHeading}</summary>
          <p>${words.formatCollection}</p>
          <p>${words.formatForeign}</p>
          <p>${words.formatOwn}</p>
          <p>${words.formatSubjects} <code>subject, name, group, parent</code></p>
          <p>
            ${words.formatObservations}
            <code>period, subject, item, value, category, rater, matter, date, note</code>
          </p>
          <p class="quiet">${words.formatMore}</p>
          <p class="quiet">${words.formatHeaders}</p>
        </details>
      </section>
      ${
        this.keeper
          ? html`<label class="field reason">
            <span>${words.reasonAsked}</span>
            <input
              type="text"
              autocomplete="off"
              .value=${this.reason}
              @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
            />
          </label>`
          : nothing
      }
      <p class="plan" role="status">${plan ? words.plans[plan.says] : nothing}</p>`;
  }

  #renderAdding(): TemplateResult {
    const { words } = this;
    const option = (adding: boolean, text: string, hint: string) =>
      html`<label>
        <input type="radio" name="adding" .checked=${this.adding === adding} @change=${() => (this.adding = adding)} />
        <span>${text} <span class="quiet small">${hint}</span></span>
      </label>`;
    return html`<fieldset class="adding">
      <legend>${words.howToLoad}</legend>
      ${option(true, words.addData, words.addDataHint)} ${option(false, words.replaceData, words.replaceDataHint)}
    </fieldset>`;
  }

  #renderProgress(progress: Progress | null): TemplateResult {
    const { words } = this;
    const text = progress ? words.stages[progress.stage] : words.working;
    const share = progress?.total ? progress.done / progress.total : null;
    return html`<div class="working">
      <p role="status">${text}</p>
      <progress aria-label=${text} max="1" value=${share ?? nothing}></progress>
      <p class="quiet small">${words.oldDataMeanwhile}</p>
    </div>`;
  }

  #renderActions(stage: Stage): TemplateResult {
    const { words } = this;
    const button = (text: string, run: () => void, primary = false, disabled = false) =>
      html`<button
        slot="actions"
        type="button"
        class="button ${primary ? 'primary' : ''}"
        ?disabled=${disabled}
        @click=${run}
      >
        ${text}
      </button>`;
    const close = (text: string, primary = false) => button(text, () => this.modal.close(), primary);
    switch (stage.kind) {
      case 'choose': {
        const plan = this.#plan;
        const isReady = plan !== null && plan.kind !== 'incomplete';
        return html`${close(words.cancel)} ${button(words.loadNow, () => void this.#begin(), true, !isReady)}`;
      }
      case 'mapping':
        return html`${button(words.mapping.back, () => this.#settle(CHOOSE))}
        ${button(words.mapping.go, () => void this.#start(true), true, this.proposing)}`;
      case 'working':
        return html`${button(words.stop, () => this.#work?.abort())}`;
      case 'held':
        return html`${button(words.backToChoice, () => this.#settle(this.draft ? { kind: 'mapping' } : CHOOSE), true)}
        ${button(words.loadAnyway, () => void this.#start(false), false, this.waiting > 0)}`;
      case 'entered':
        return html`${close(words.toResults, true)}`;
      default:
        return html`${close(words.keepOld)} ${button(words.chooseAgain, () => this.#settle(CHOOSE), true)}`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kh-load-dialog': LoadDialogElement;
  }
}
