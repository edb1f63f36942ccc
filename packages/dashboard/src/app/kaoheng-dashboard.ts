import '@kaoheng/components/score-store.js';
import type { ScoreStoreElement, SelectionChangeDetail } from '@kaoheng/components';
import type { Problem, SavedView, WorkspaceStatus } from '@kaoheng/engine/live';
import type { ChangedParameter, RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { rememberedFiles, rememberFiles } from '../data/last-files.ts';
import { problemFrom } from '../data/problem.ts';
import { SliceController } from '../data/slice-controller.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import '../keep/workspaces-dialog.ts';
import { KeeperController } from '../keep/keeper-controller.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
import { lastWorkspace, rememberWorkspace } from '../keep/last-workspace.ts';
import type { WorkspacesDialogElement } from '../keep/workspaces-dialog.ts';
import '../export/export-dialog.ts';
import type { ExportDialogElement } from '../export/export-dialog.ts';
import '../export/print-sheets.ts';
import type { PrintSheetsElement } from '../export/print-sheets.ts';
import '../load/load-dialog.ts';
import type { LoadDialogElement } from '../load/load-dialog.ts';
import '../publish/publish-dialog.ts';
import type { PublishDialogElement } from '../publish/publish-dialog.ts';
import '../saved-views/views-dialog.ts';
import type { ViewsDialogElement } from '../saved-views/views-dialog.ts';
import { DashboardElement, dashboardStyles } from '../ui/dashboard-element.ts';
import '../views/data-view.ts';
import type { DataViewElement } from '../views/data-view.ts';
import '../views/parameters-view.ts';
import '../views/results-view.ts';
import type { ResultsViewElement } from '../views/results-view.ts';
import { AddressController } from './address-controller.ts';
import './app-header.ts';
import styles from './kaoheng-dashboard.css?inline';
import './notice-list.ts';
import type { Notice } from './notice-list.ts';
import { placeOf, START, type Place, type View } from './place.ts';
import { preferences } from './preferences.ts';
import { existingPlace, goneFields, type GoneField } from './existing-place.ts';
import { setPageFoot } from './page-foot.ts';
import { printHead } from './print-head.ts';

const NOTHING_CHANGED: readonly ChangedParameter[] = [];

/** The sample that a visitor sees first. */
export const FIRST_SAMPLE = 'township-9-villages';

/**
 * The application: shell, views and dialogs around one workspace and one selection.
 *
 * @element kaoheng-dashboard
 */
@customElement('kaoheng-dashboard')
export class KaohengDashboardElement extends DashboardElement {
  static override styles = dashboardStyles(styles);

  /** Where schemes, data and results come from. */
  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  /** Keeps the user's work; `null`: it lives in memory only. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;

  @state() private startProblem: Problem | null = null;
  @state() private restoreProblem: Problem | null = null;
  @state() private printProblem: Problem | null = null;
  @state() private restoring = false;
  @state() private restarting = false;
  /** Files that were open before the page was loaded again. */
  @state() private lostFiles: readonly string[] = rememberedFiles();
  @state() private goneSubject = '';
  /** What a link or view has named and the results do not have. */
  @state() private gone: readonly GoneField[] = [];
  @state() private announcement = '';
  @state() private dismissed: ReadonlySet<string> = new Set();

  @query('score-store') private store!: ScoreStoreElement;
  @query('main') private main!: HTMLElement;
  @query('kh-load-dialog') private loadDialog!: LoadDialogElement;
  @query('kh-export-dialog') private exportDialog!: ExportDialogElement;
  @query('kh-print-sheets') private printSheets!: PrintSheetsElement;
  @query('kh-publish-dialog') private publishDialog!: PublishDialogElement;
  @query('kh-views-dialog') private viewsDialog!: ViewsDialogElement;
  @query('kh-workspaces-dialog') private workspacesDialog!: WorkspacesDialogElement;

  readonly #address = new AddressController(this);
  readonly #slice = new SliceController(this);

  readonly #live = new WorkspaceController(this);
  readonly #kept = new KeeperController(this, () => this.#rememberKept());

  protected override firstUpdated(): void {
    void this.#start();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const title = this.#live.status?.scheme?.title;
    document.title = title ? `${this.pick(title)} · ${this.words.product}` : this.words.product;
    this.#settlePlace();
    // The ranking is wide, a unit's sheet is long.
    const { view, subject } = this.#address.place;
    setPageFoot(this.#pageFoot);
    document.documentElement.dataset['paper'] = view === 'results' && !subject ? 'landscape' : 'portrait';
  }

  get #pageFoot(): string {
    const title = this.#live.status?.scheme?.title;
    const { period } = this.#address.place;
    return [title && this.pick(title), period && this.words.periodName(period)].filter(Boolean).join(' · ');
  }

  // -- life of the data

  async #start(): Promise<void> {
    const { workspace } = this;
    if (!workspace || workspace.status.scheme) return;
    this.startProblem = null;
    const { scheme } = this.#address.place;
    if (!scheme && (await this.#restore())) return;
    try {
      await this.#loadSample(workspace, scheme || FIRST_SAMPLE);
    } catch (error) {
      if (scheme && scheme !== FIRST_SAMPLE && workspace.status.worker === 'ready') {
        this.#address.correct(START);
        return this.#start();
      }
      this.startProblem = problemFrom(error);
    }
  }

  /** Opens the workspace of the last time. Where that fails, the user is told, and it is still there. */
  async #restore(): Promise<boolean> {
    const { keeper } = this;
    const id = lastWorkspace();
    if (!keeper || id === '') return false;
    this.restoring = true;
    try {
      await keeper.open(id);
      this.lostFiles = [];
      return true;
    } catch (error) {
      const problem = problemFrom(error);
      // One that was deleted is not missed.
      if (problem.code !== 'keep.gone') this.restoreProblem = problem;
      return false;
    } finally {
      this.restoring = false;
    }
  }

  #rememberKept(): void {
    const status = this.#kept.status;
    if (status === null) return;
    if (status.workspace) rememberWorkspace(status.workspace.id);
    else if (status.state === 'nothing') rememberWorkspace('');
    // What is kept need not be loaded again after a reload.
    const files = this.#live.status?.data?.source === 'files' ? this.#live.status.data.files : [];
    rememberFiles(status.state === 'not kept' ? files : []);
  }

  /** Leaving would lose what is in memory only. */
  readonly #handleLeave = (event: BeforeUnloadEvent): void => {
    const state = this.#kept.status?.state;
    if (state === 'keeping' || state === 'not kept') event.preventDefault();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.#handleLeave);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.#handleLeave);
    super.disconnectedCallback();
  }

  async #loadSample(workspace: WorkspacePort, scheme: string): Promise<void> {
    const report = await workspace.loadSample(scheme);
    const [reason] = report.findings;
    if (!report.entered && reason)
      throw Object.assign(new Error(reason.code), { code: reason.code, text: reason.message });
  }

  async #restart(): Promise<void> {
    if (!this.workspace || this.restarting) return;
    this.restarting = true;
    this.announcement = this.words.restarting;
    try {
      await this.workspace.restart();
      this.restarting = false;
      this.announcement = this.words.restarted;
      if (!this.workspace.status.scheme) await this.#start();
    } catch {
      // The status says what is wrong, and the notice stays.
    } finally {
      this.restarting = false;
    }
  }

  /** New data or another scheme: what was chosen belonged to the results before. */
  #handleLoaded(): void {
    const status = this.#live.status;
    const id = status?.scheme?.id ?? '';
    const scheme = status?.data?.source === 'sample' && id !== FIRST_SAMPLE ? id : '';
    this.dismissed = new Set();
    this.goneSubject = '';
    this.gone = [];
    this.lostFiles = [];
    this.restoreProblem = null;
    if (!this.keeper) rememberFiles(status?.data?.source === 'files' ? status.data.files : []);
    this.#address.go({ ...START, scheme });
  }

  // -- selection and address

  #handleSelection(event: CustomEvent<SelectionChangeDetail>): void {
    this.goneSubject = '';
    this.gone = [];
    const { selection, change } = event.detail;
    const isFirstPart = selection.part === this.store.description?.parts[0]?.id;
    // Another part has other columns, and other units to search for.
    const order = change.part === undefined ? {} : { sort: '', search: '' };
    this.#address.go({ ...selection, part: isFirstPart ? '' : selection.part, ...order });
  }

  /** What the address leaves open or has wrong is settled by the results; then the shell asks who takes part. */
  #settlePlace(): void {
    const { workspace, store } = this;
    if (!workspace || store?.status !== 'ready' || !store.description) return;
    const gone = goneFields(this.#address.place, store.description);
    if (gone.length > 0) this.gone = gone;
    this.#address.correct(existingPlace(this.#address.place, store.description));
    const { part, period } = this.#address.place;
    void this.#slice.ask(workspace, part || (store.description.parts[0]?.id ?? ''), period, store.revision);
    if (this.#slice.isCurrent) this.#checkSubject(this.#slice.rows);
  }

  /** A unit is kept as long as it takes part in what is shown; else the reader is told. */
  #checkSubject(rows: readonly RankingRow[]): void {
    const { subject, group } = this.#address.place;
    if (!subject) return;
    const row = rows.find((candidate) => candidate.subject === subject);
    if (row && (!group || row.group === group)) return;
    this.goneSubject = this.#slice.nameOf(subject);
    this.#address.correct({ subject: '' });
  }

  #handleView(event: CustomEvent<View>): void {
    this.#address.go({ view: event.detail });
    void this.updateComplete.then(() => this.main.focus({ preventScroll: true }));
  }

  async #openView({ detail: { look } }: CustomEvent<SavedView>): Promise<void> {
    this.goneSubject = '';
    this.gone = [];
    const { scheme } = this.#address.place;
    this.#address.go({ ...placeOf(look), scheme });
    await this.updateComplete;
    this.main.focus({ preventScroll: true });
    const { owner, lines, layout } = this.#address.place;
    const page = this.renderRoot.querySelector<DataViewElement>('kh-data-view');
    await page?.updateComplete;
    // What was arranged there is what the view was saved for.
    if (`${owner}${lines}${layout}` !== '') page?.showDeliveries();
  }

  /** Whose sheets were to be printed when that failed. */
  #wanted: readonly RankingRow[] = [];

  async #printSheets(wanted: readonly RankingRow[]): Promise<void> {
    this.printProblem = null;
    this.#wanted = wanted;
    const foot = this.#pageFoot;
    try {
      await this.printSheets.print(wanted, () => {
        this.dataset['printing'] = 'sheets';
        setPageFoot(foot);
        window.print();
      });
    } catch (error) {
      this.printProblem = problemFrom(error);
    } finally {
      delete this.dataset['printing'];
      this.requestUpdate();
    }
  }

  readonly #nameOf = (subject: string): string => this.#slice.nameOf(subject);

  #inGroup(group: string): readonly RankingRow[] {
    const { rows } = this.#slice;
    return group === '' ? rows : rows.filter((row) => row.group === group);
  }

  #showSubject(event: CustomEvent<string>): void {
    this.#address.go({ view: 'results', subject: event.detail, group: '' });
  }

  #skip(event: Event): void {
    event.preventDefault();
    this.main.focus();
  }

  // -- rendering

  protected override render(): TemplateResult {
    const { place } = this.#address;
    const status = this.#live.status;
    const { words } = this;
    const changed = (status?.scored && this.store?.description?.changedParameters) || NOTHING_CHANGED;
    return html`<score-store
      .theme=${preferences.resolvedTheme}
      .reader=${status?.scored ? this.workspace : null}
      .schemePart=${place.part}
      .period=${place.period}
      .group=${place.group}
      .subject=${place.subject}
      .node=${place.node}
      @selection-change=${this.#handleSelection}
      @results-load=${() => this.requestUpdate()}
      @look-change=${(event: CustomEvent<Partial<Place>>) => this.#address.correct(event.detail)}
      @view-open=${this.#openView}
    >
      <a class="skip screen-only" href="#main" @click=${this.#skip}>${words.skip}</a>
      <kh-header
        .status=${status}
        .place=${place}
        .incomplete=${this.#slice.incomplete.length}
        .changed=${changed}
        .kept=${this.#kept.status}
        @views-open=${() => this.viewsDialog.show()}
        @workspaces-open=${() => this.workspacesDialog.show()}
        @view-change=${this.#handleView}
        @load-open=${() => this.loadDialog.show()}
        @export-open=${() => this.exportDialog.show()}
        @publish-open=${() => this.publishDialog.show()}
      ></kh-header>
      ${printHead(words, (text) => this.pick(text), status, place, changed)}
      <main id="main" tabindex="-1">
        <kh-notices
          .notices=${this.#notices(status)}
          @notice-dismiss=${(event: CustomEvent<string>) => (this.dismissed = new Set([...this.dismissed, event.detail]))}
        ></kh-notices>
        ${this.#renderView(place, status)}
      </main>
      <footer class="screen-only quiet small"><p>${words.footer}</p></footer>
      <div class="visually-hidden" role="status">${this.announcement}</div>
      <kh-load-dialog .workspace=${this.workspace} .keeper=${this.keeper} .period=${place.period} @loaded=${this.#handleLoaded}></kh-load-dialog>
      <kh-workspaces-dialog
        .workspace=${this.workspace}
        .keeper=${this.keeper}
        @loaded=${this.#handleLoaded}
      ></kh-workspaces-dialog>
      <kh-views-dialog
        .keeper=${this.keeper}
        .place=${place}
        .description=${this.store?.description ?? null}
        .nameOf=${this.#nameOf}
        ?sample=${status?.data?.source === 'sample'}
      ></kh-views-dialog>
      <kh-export-dialog
        .workspace=${this.workspace}
        .place=${place}
        .rows=${this.#inGroup(place.group)}
        .chart=${() => this.renderRoot.querySelector<ResultsViewElement>('kh-results-view')?.chartFile() ?? null}
        @sheets-print=${() => void this.#printSheets(this.#inGroup(place.group))}
      ></kh-export-dialog>
      <kh-print-sheets
        .workspace=${this.workspace}
        .place=${place}
        .head=${() => printHead(words, (text) => this.pick(text), status, place, changed)}
      ></kh-print-sheets>
      <kh-publish-dialog
        .workspace=${this.workspace}
        .period=${place.period}
        .changed=${changed}
      ></kh-publish-dialog>
    </score-store>`;
  }

  #renderView(place: Place, status: WorkspaceStatus | null): TemplateResult | typeof nothing {
    if (place.view === 'data' && status) {
      return html`<kh-data-view
        .workspace=${this.workspace}
        .schemePart=${place.part}
        .period=${place.period}
        .group=${place.group}
        .owner=${place.owner}
        .lines=${place.lines}
        .layout=${place.layout}
        .rows=${this.#slice.rows}
        @subject-show=${this.#showSubject}
        @load-open=${() => this.loadDialog.show()}
      ></kh-data-view>`;
    }
    if (place.view === 'parameters' && status?.scheme) {
      return html`<kh-parameters-view .workspace=${this.workspace} .keeper=${this.keeper}></kh-parameters-view>`;
    }
    if (status?.scored) {
      return html`<kh-results-view
        .rows=${this.#slice.rows}
        .subject=${place.subject}
        .group=${place.group}
        .period=${place.period}
        .sort=${place.sort}
        .search=${place.search}
        .columns=${place.columns}
        .loss=${place.loss}
        .place=${place}
        .source=${this.workspace}
        .workspace=${status.data?.merged ? this.workspace : null}
        @sheet-print=${() => void this.#printSheets(this.#slice.rows.filter(({ subject }) => subject === place.subject))}
      ></kh-results-view>`;
    }
    if (status && !this.startProblem && status.worker !== 'lost' && !status.scoringProblem) {
      return status.scheme && !status.data
        ? html`<section class="panel waiting"><p>${this.words.noData}</p></section>`
        : html`<section class="panel waiting" aria-busy="true">
            <p role="status">${this.#waitingText}</p>
            <progress aria-label=${this.#waitingText}></progress>
          </section>`;
    }
    return nothing;
  }

  get #waitingText(): string {
    const { words } = this;
    if (this.restarting) return words.restarting;
    return this.restoring ? words.restoring : words.starting;
  }

  /** What the user must know before anything else, the gravest first. */
  #notices(status: WorkspaceStatus | null): Notice[] {
    const { words } = this;
    const openConflicts = status?.data?.merged?.openConflicts ?? 0;
    const notices: (Notice | null | undefined | false)[] = [
      status?.worker === 'lost' && {
        id: 'worker',
        tone: 'bad',
        title: words.workerLost,
        text: status.workerProblem ? this.pick(status.workerProblem.text) : '',
        action: { text: words.restart, busy: this.restarting, run: () => void this.#restart() },
      },
      this.startProblem &&
        status?.worker !== 'lost' && {
          id: 'start',
          tone: 'bad',
          title: words.startFailed,
          text: this.pick(this.startProblem.text),
          action: { text: words.retry, busy: false, run: () => void this.#start() },
        },
      status?.scoringProblem && {
        id: 'scoring',
        tone: 'bad',
        title: words.scoringFailed,
        text: this.pick(status.scoringProblem.text),
      },
      status?.store.problem && {
        id: `store ${status.store.problem.code}`,
        tone: 'warn',
        title: status.store.state === 'failed' ? words.storeFailed : words.storeNotice,
        text: this.pick(status.store.problem.text),
        dismissable: true,
      },
      this.#kept.status?.state === 'not kept' &&
        this.#kept.status.problem && {
          id: 'kept',
          tone: 'bad',
          title: words.notKept,
          text: this.pick(this.#kept.status.problem.text),
          action: { text: words.handle, run: () => void this.workspacesDialog.show() },
        },
      this.restoreProblem && {
        id: 'restore',
        tone: 'bad',
        title: words.restoreFailed,
        text: this.pick(this.restoreProblem.text),
        action: { text: words.handle, run: () => void this.workspacesDialog.show() },
      },
      this.printProblem && {
        id: 'print',
        tone: 'bad',
        title: words.printFailed,
        text: this.pick(this.printProblem.text),
        action: { text: words.retry, run: () => void this.#printSheets(this.#wanted) },
      },
      this.lostFiles.length > 0 && {
        id: 'lost',
        tone: 'warn',
        title: words.lostTitle,
        text: words.lostText(words.filesOf(this.lostFiles)),
        dismissable: true,
      },
      this.gone.length > 0 && {
        id: 'gone fields',
        tone: 'info',
        title: '',
        text: words.savedViews.gone(this.gone.map((field) => words.savedViews.goneFields[field])),
      },
      this.goneSubject !== '' && { id: 'gone', tone: 'info', title: '', text: words.subjectGone(this.goneSubject) },
      status?.data?.source === 'sample' && {
        id: 'sample',
        tone: 'info',
        title: words.sampleTitle,
        text: words.sampleText(this.count(status.data.subjects)),
        action: { text: words.loadOwn, primary: true, run: () => void this.loadDialog.show() },
      },
      openConflicts > 0 && {
        id: `conflicts-${openConflicts}`,
        tone: 'warn',
        title: words.openConflictsNotice(this.count(openConflicts)),
        text: words.openConflictsText,
        dismissable: true,
        action: { text: words.showConflicts, run: () => this.#address.go({ view: 'data' }) },
      },
    ];
    return notices.filter((notice): notice is Notice => Boolean(notice) && !this.dismissed.has((notice as Notice).id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kaoheng-dashboard': KaohengDashboardElement;
  }
}
