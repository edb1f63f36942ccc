import '@kaoheng/components/score-store.js';
import type { ScoreStoreElement, SelectionChangeDetail } from '@kaoheng/components';
import type { Problem, SavedView, WorkspaceStatus } from '@kaoheng/engine/live';
import type { ChangedParameter, RankingRow } from '@kaoheng/engine/reader';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { problemFrom } from '../data/problem.ts';
import { SliceController } from '../data/slice-controller.ts';
import { WorkspaceController } from '../data/workspace-controller.ts';
import type { WorkspacePort } from '../data/workspace-port.ts';
import '../keep/workspaces-dialog.ts';
import { KeeperController } from '../keep/keeper-controller.ts';
import type { KeeperPort } from '../keep/keeper-port.ts';
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
import { DataLife, FIRST_SAMPLE } from './data-life.ts';
import styles from './kaoheng-dashboard.css?inline';
import printHeadStyles from './print-head.css?inline';
import './notice-list.ts';
import type { Notice } from './notice-list.ts';
import { placeOf, START, type Place, type View } from './place.ts';
import { preferences } from './preferences.ts';
import { existingPlace, goneFields, type GoneField } from './existing-place.ts';
import { setPageFoot } from './page-foot.ts';
import { printHead } from './print-head.ts';
import { shellNotices } from './shell-notices.ts';

const NOTHING_CHANGED: readonly ChangedParameter[] = [];

/**
 * The application: shell, views and dialogs around one workspace and one selection.
 *
 * @element kaoheng-dashboard
 */
@customElement('kaoheng-dashboard')
export class KaohengDashboardElement extends DashboardElement {
  static override styles = dashboardStyles(printHeadStyles, styles);

  /** Where schemes, data and results come from. */
  @property({ attribute: false }) workspace: WorkspacePort | null = null;

  /** Keeps the user's work; `null`: it lives in memory only. */
  @property({ attribute: false }) keeper: KeeperPort | null = null;

  @state() private printProblem: Problem | null = null;
  @state() private goneSubject = '';
  /** What a link or view has named and the results do not have. */
  @state() private gone: readonly GoneField[] = [];
  /** The period that the page took by itself, because nobody named one. */
  #ownPeriod = '';
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
  readonly #kept = new KeeperController(this, () => this.#life.rememberKept(this.#kept.status));
  readonly #life = new DataLife(this, this.#address, (what) => (this.announcement = this.words[what]));

  protected override firstUpdated(): void {
    void this.#life.start();
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

  /** New data or another scheme: what was chosen belonged to the results before. */
  #handleLoaded(): void {
    const status = this.#live.status;
    const id = status?.scheme?.id ?? '';
    const scheme = status?.data?.source === 'sample' && id !== FIRST_SAMPLE ? id : '';
    this.dismissed = new Set();
    this.goneSubject = '';
    this.gone = [];
    this.#life.loaded();
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
    const named = this.#address.place;
    const isOwn = named.period === '' || named.period === this.#ownPeriod;
    // A period that nobody has asked for is not missed when other data have others.
    const gone = goneFields(named, store.description).filter((field) => field !== 'period' || !isOwn);
    if (gone.length > 0) this.gone = gone;
    this.#address.correct(existingPlace(named, store.description));
    if (isOwn || gone.includes('period')) this.#ownPeriod = this.#address.place.period;
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

  async #showConflicts(): Promise<void> {
    this.#address.go({ view: 'data' });
    await this.updateComplete;
    const page = this.renderRoot.querySelector<DataViewElement>('kh-data-view');
    await page?.updateComplete;
    page?.showConflicts();
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
        ?complete=${this.#slice.isComplete}
        .changed=${changed}
        .kept=${this.#kept.status}
        @views-open=${() => this.viewsDialog.show()}
        @workspaces-open=${() => this.workspacesDialog.show()}
        @view-change=${this.#handleView}
        @load-open=${() => this.loadDialog.show()}
        @export-open=${() => this.exportDialog.show()}
        @publish-open=${() => this.publishDialog.show()}
      ></kh-header>
      ${printHead(words, (text) => this.pick(text), status, place, changed, this.#incompleteIn(place))}
      <main id="main" tabindex="-1">
        <kh-notices
          .notices=${this.#notices(status)}
          @notice-dismiss=${(event: CustomEvent<string>) => (this.dismissed = new Set([...this.dismissed, event.detail]))}
        ></kh-notices>
        ${this.#renderView(place, status)}
      </main>
      <footer class="screen-only quiet small"><p>${words.footer}</p></footer>
      <div class="visually-hidden" role="status">${this.announcement}</div>
      <kh-load-dialog .workspace=${this.workspace} .keeper=${this.keeper} .period=${place.period} @loaded=${this.#handleLoaded} @conflicts-show=${() => void this.#showConflicts()}></kh-load-dialog>
      <kh-workspaces-dialog
        .workspace=${this.workspace}
        .keeper=${this.keeper}
        .nameOf=${this.#nameOf}
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
        @sheets-print=${(event: CustomEvent<readonly RankingRow[]>) => void this.#printSheets(event.detail)}
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
    const { words } = this;
    if (place.view === 'data' && status) {
      return html`<kh-data-view
        .workspace=${this.workspace}
        .keeper=${this.keeper}
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
    if (status?.scored && this.store?.description?.parts.every(({ periods }) => periods.length === 0)) {
      return html`<section class="panel waiting">
        <p>${words.noRecords(this.count(status.data?.subjects ?? 0))}</p>
        <button type="button" class="button primary" @click=${() => this.loadDialog.show()}>${words.loadData}</button>
      </section>`;
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
        .keeper=${this.keeper}
        @sheet-print=${() => void this.#printSheets(this.#slice.rows.filter(({ subject }) => subject === place.subject))}
      ></kh-results-view>`;
    }
    if (status && !this.#life.startProblem && status.worker !== 'lost' && !status.scoringProblem) {
      return status.scheme && !status.data
        ? html`<section class="panel waiting"><p>${this.words.noData}</p></section>`
        : html`<section class="panel waiting" aria-busy="true">
            <p role="status">${this.#waitingText}</p>
            <progress aria-label=${this.#waitingText}></progress>
          </section>`;
    }
    return nothing;
  }

  /** How many of those who are shown have not delivered everything; a sheet says so itself. */
  #incompleteIn({ subject, group }: Place): number {
    if (subject !== '') return 0;
    return this.#slice.incomplete.filter((row) => group === '' || row.group === group).length;
  }

  get #waitingText(): string {
    const { words } = this;
    if (this.#life.restarting) return words.restarting;
    return this.#life.restoring ? words.restoring : words.starting;
  }

  #notices(status: WorkspaceStatus | null): readonly Notice[] {
    const { startProblem, restoreProblem, restarting, lostFiles } = this.#life;
    const { printProblem, gone, goneSubject } = this;
    const notices = shellNotices(
      {
        status,
        kept: this.#kept.status,
        startProblem,
        restoreProblem,
        printProblem,
        restarting,
        lostFiles,
        gone,
        goneSubject,
      },
      {
        restart: () => void this.#life.restart(),
        start: () => void this.#life.start(),
        print: () => void this.#printSheets(this.#wanted),
        openWorkspaces: () => void this.workspacesDialog.show(),
        openLoad: () => void this.loadDialog.show(),
        showConflicts: () => void this.#showConflicts(),
      },
      this.words,
      (text) => this.pick(text),
      (number) => this.count(number),
    );
    return notices.filter(({ id }) => !this.dismissed.has(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kaoheng-dashboard': KaohengDashboardElement;
  }
}
