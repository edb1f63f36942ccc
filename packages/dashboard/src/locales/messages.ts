import type {
  ExportView,
  Change,
  ImportFinding,
  KeepStatus,
  InputDeclaration,
  Finding,
  Progress,
  SchemeBody,
  StoreStatus,
  SubjectDelivery,
} from '@kaoheng/engine/live';
import type { GroupMode } from '@kaoheng/engine/reader';
import type { ThemeChoice } from '../app/preferences.ts';
import type { View } from '../app/place.ts';
import type { CollectionMessages } from './collection.ts';
import type { GapMessages } from './gaps.ts';
import type { MappingMessages } from './mapping.ts';
import type { SavedViewsMessages } from './views-messages.ts';
import type { ChangeNames, ViewChange } from '../keep/history-lines.ts';
import type { LoadPlan } from '../load/load-plan.ts';
import type { AmendMessages } from './amend.ts';
import type { ImportsMessages } from './imports-messages.ts';

/** Every text that the dashboard says by itself. Widgets bring their own, schemes and findings theirs. */
export interface Messages extends ImportsMessages {
  // shell
  readonly product: string;
  readonly productShort: string;
  readonly skip: string;
  readonly navigation: string;
  readonly views: Readonly<Record<View, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<ThemeChoice, string>>;
  /** Name of the other language, in that language. */
  readonly otherLanguage: string;
  readonly loadData: string;
  readonly export: string;
  readonly exportHeading: string;
  readonly exportViews: string;
  readonly exportViewNames: Readonly<Record<ExportView, string>>;
  readonly exportPeriods: Readonly<Record<'this' | 'all', string>>;
  readonly exportFormat: string;
  readonly exportFormats: Readonly<Record<'xlsx' | 'utf-8' | 'gb18030', string>>;
  readonly exportExplanationsHint: string;
  readonly exportNow: string;
  readonly exporting: string;
  readonly exported: (files: readonly string[]) => string;
  readonly exportChart: string;
  readonly exportChartHint: string;
  readonly noChart: string;
  readonly exportRefusedRows: (rows: string) => string;
  readonly refusalsHint: string;
  readonly refusalsFormats: { readonly xlsx: string; readonly csv: string };
  readonly exportSheet: string;
  readonly printSheet: string;
  readonly exportPages: string;
  readonly exportPagesHint: string;
  readonly printSheets: (sheets: string) => string;
  readonly preparingSheets: string;
  readonly publish: string;
  readonly print: string;
  readonly whatIsShown: string;
  readonly footer: string;
  readonly version: (version: string) => string;
  readonly sampleMark: string;
  readonly ownMark: string;
  readonly filesOf: (files: readonly string[]) => string;
  readonly subjectCount: (count: string) => string;
  readonly rowCount: (count: string) => string;
  readonly incompleteCount: (count: string) => string;
  readonly allComplete: string;
  /** Rows of the files that did not enter. */
  readonly rowsNotRead: (count: string) => string;
  readonly incompleteOnPaper: (count: string) => string;
  readonly trial: (changes: number) => string;
  readonly changedParameter: (title: string, written: string, value: string) => string;
  readonly notSet: string;
  readonly periodName: (period: string) => string;
  readonly clause: (clause: string) => string;
  readonly comma: string;
  readonly semicolon: string;
  readonly close: string;
  readonly cancel: string;
  readonly retry: string;
  readonly dismiss: string;

  // states and notices
  readonly starting: string;
  readonly restarting: string;
  readonly restarted: string;
  readonly restart: string;
  readonly workerLost: string;
  readonly startFailed: string;
  readonly scoringFailed: string;
  readonly storeFailed: string;
  readonly storeNotice: string;
  readonly subjectGone: (name: string) => string;
  readonly lostTitle: string;
  readonly lostText: (files: string) => string;
  readonly sampleTitle: string;
  readonly sampleText: (subjects: string) => string;
  readonly loadOwn: string;
  readonly noData: string;

  // results
  readonly ranking: string;
  readonly unit: (name: string) => string;
  readonly backToRanking: string;
  readonly previousUnit: string;
  readonly nextUnit: string;
  readonly signatures: readonly string[];
  readonly printFailed: string;
  readonly printedOn: (date: Date) => string;

  // data
  readonly loadedHeading: string;
  readonly origin: string;
  readonly files: string;
  readonly subjects: string;
  readonly observations: string;
  readonly storeStates: Readonly<Record<StoreStatus['state'], string>>;
  readonly missingHeading: (period: string) => string;
  readonly nothingMissing: string;
  readonly missingList: string;
  readonly subject: string;
  readonly group: string;
  readonly owes: string;
  readonly moreSubjects: (count: string) => string;
  readonly reportHeading: string;
  readonly inputsHeading: string;
  readonly inputsLead: string;
  readonly inputItem: string;
  readonly inputTitle: string;
  readonly inputKind: string;
  readonly inputValues: string;
  readonly inputFrom: string;
  readonly subjectsColumn: string;
  readonly yesOrNo: string;
  readonly inputKinds: Readonly<Record<InputDeclaration['kind'], string>>;
  readonly categories: (list: string) => string;
  readonly wordMeaning: (word: string, title: string) => string;
  readonly mayBeNA: string;

  // import report
  readonly read: string;
  readonly accepted: string;
  readonly refused: string;
  readonly noFindings: string;
  readonly findingsOf: (severity: string, count: string) => string;
  readonly rowsAndFindings: string;
  readonly findings: string;
  readonly filterFindings: string;
  readonly allFindings: string;
  readonly importSeverities: Readonly<Record<ImportFinding['severity'], string>>;
  readonly exportRefusals: string;
  readonly refusalsFile: string;
  readonly severity: string;
  readonly place: string;
  readonly whatIsWrong: string;
  readonly whatToDo: string;
  readonly oldValue: string;
  readonly newValue: string;
  readonly emptyValue: string;
  readonly moreFindings: (count: string) => string;

  // loading
  readonly loadHeading: string;
  readonly loadLead: string;
  readonly stepScheme: string;
  readonly stepFiles: string;
  readonly scheme: string;
  readonly chooseScheme: string;
  readonly currentScheme: (title: string) => string;
  /** Kinds of bodies that built-in schemes appraise. */
  readonly bodies: Readonly<Record<SchemeBody, string>>;
  readonly findScheme: string;
  readonly schemesFound: (count: string) => string;
  readonly openSchemeFile: string;
  readonly schemeGood: (title: string, version: string) => string;
  readonly schemeFaulty: (file: string) => string;
  readonly schemeFindings: string;
  readonly schemeSeverities: Readonly<Record<Finding['severity'], string>>;
  readonly position: string;
  readonly lineColumn: (line: number, column: number) => string;
  readonly noFilesYet: string;
  readonly makeCollection: string;
  readonly dropHere: string;
  readonly chooseFile: string;
  readonly chooseFiles: string;
  readonly fileKinds: string;
  readonly chosenFiles: string;
  readonly removeFile: (name: string) => string;
  /** There are several files of one name. */
  readonly namesakes: string;
  readonly formatHeading: string;
  readonly formatCollection: string;
  readonly formatForeign: string;
  readonly formatOwn: string;
  readonly formatSubjects: string;
  readonly formatObservations: string;
  readonly formatMore: string;
  readonly formatHeaders: string;
  readonly copyInputs: string;
  readonly templates: string;
  readonly templatesHint: string;
  readonly collection: CollectionMessages;
  readonly amend: AmendMessages;
  readonly mapping: MappingMessages;
  readonly savedViews: SavedViewsMessages;
  readonly plans: Readonly<Record<LoadPlan['says'], string>>;
  readonly loadNow: string;
  readonly working: string;
  readonly stages: Readonly<Record<Progress['stage'], string>>;
  readonly oldDataMeanwhile: string;
  readonly stop: string;
  readonly entered: string;
  readonly enteredPartly: (refused: number) => string;
  readonly enteredUnscored: string;
  readonly heldBack: (refused: number) => string;
  readonly heldChoice: string;
  readonly loadAnyway: string;
  readonly backToChoice: string;
  readonly notEntered: string;
  readonly cancelled: string;
  readonly oldDataStays: string;
  readonly toResults: string;
  readonly keepOld: string;
  readonly chooseAgain: string;

  // parameters
  readonly parametersHeading: string;
  readonly parametersLead: string;
  readonly noParameters: string;
  readonly compute: string;
  readonly computing: string;
  readonly computed: string;
  readonly asWritten: string;
  readonly parametersRefused: string;
  readonly writtenValue: (value: string) => string;
  readonly fromYear: (year: string, value: string) => string;
  readonly unset: string;
  readonly notANumber: string;
  readonly flagWords: Readonly<Record<string, string>>;

  // publishing
  readonly publishHeading: string;
  readonly publishLead: string;
  readonly publishSample: string;
  readonly publishRefused: (rows: string) => string;
  readonly publishTrial: (changes: number) => string;
  readonly publishTrialConfirm: string;
  readonly publishConflicts: (count: string) => string;
  readonly publishConflictsConfirm: string;
  readonly publishIncomplete: (where: string, count: string, names: string) => string;
  readonly notice: string;
  readonly noticeFrom: string;
  readonly noticeTo: string;
  readonly noticeOrder: string;
  readonly objections: string;
  readonly objectionsHint: string;
  readonly publishScope: string;
  readonly allPeriods: string;
  readonly allParts: string;
  readonly allGroups: string;
  readonly allNodes: (all: string) => string;
  readonly someNodes: (chosen: string, all: string) => string;
  readonly smallestIs: Readonly<Record<'names' | 'codes', (smallest: string) => string>>;
  readonly noticeIs: (from: string, to: string, objections: string) => string;
  readonly publishPeriods: string;
  readonly publishParts: string;
  readonly publishGroups: string;
  readonly publishGroupsHint: string;
  readonly publishSubjects: string;
  readonly subjectModes: Readonly<Record<'names' | 'codes', string>>;
  readonly codesHint: string;
  readonly codeKey: string;
  readonly codeKeyHint: string;
  readonly groupModesTitle: (part: string, column: string) => string;
  readonly groupModes: Readonly<Record<GroupMode, string>>;
  readonly groupColumn: (column: string) => string;
  readonly groupsHint: string;
  readonly groupModeIs: Readonly<Record<GroupMode, string>>;
  readonly smallest: string;
  readonly smallestHint: string;
  readonly publishNodes: (chosen: string, all: string) => string;
  readonly chooseAll: string;
  readonly chooseNone: string;
  readonly nothingChosen: string;
  readonly preview: string;
  readonly previewLead: string;
  readonly previewEmpty: string;
  readonly previewShow: string;
  readonly digest: string;
  readonly digestHint: string;
  readonly heldGroup: (period: string, group: string, subjects: string) => string;
  readonly heldFigures: (figures: string) => string;
  readonly derivable: (node: string, from: string) => string;
  readonly tellsGroups: (node: string) => string;
  readonly heldHeading: string;
  readonly derivableHeading: string;
  readonly codeListDownload: string;
  readonly codeListHint: string;
  readonly withExplanations: string;
  readonly withExplanationsHint: string;
  readonly publishNow: string;
  readonly publishing: string;
  readonly publishedAs: (name: string, kilobytes: string) => string;
  readonly publishSteps: readonly string[];
  readonly publishPageSteps: readonly string[];
  readonly downloadPage: string;
  readonly downloadResults: string;
  readonly snippet: string;
  readonly snippetHint: string;
  readonly copySnippet: string;
  readonly copied: string;
  readonly copyFailed: string;

  // keeping workspaces
  readonly workspaces: string;
  readonly thisWorkspace: string;
  readonly workspaceTitle: string;
  readonly sampleNotKept: string;
  readonly keepStates: Readonly<Record<KeepStatus['state'], string>>;
  readonly isBehind: string;
  readonly notKept: string;
  readonly handle: string;
  readonly keepAgain: string;
  readonly keepAsNew: string;
  readonly copyOf: (title: string) => string;
  readonly takeTheirs: string;
  readonly saveAsFile: string;
  readonly saveFileNow: string;
  readonly savedAs: (name: string) => string;
  readonly fileHolds: string;
  readonly sealFile: string;
  readonly fileIsOpen: string;
  readonly passphrase: string;
  readonly passphraseAgain: string;
  readonly passphraseOf: (name: string) => string;
  readonly passphraseMissing: string;
  readonly passphraseDiffers: string;
  readonly passphraseLost: string;
  readonly history: (entries: number) => string;
  readonly historyHint: string;
  /** What was done with views is worded by `savedViews.history`. */
  readonly changeText: (change: Exclude<Change, ViewChange>, names: ChangeNames) => string;
  readonly valueChanged: (title: string, before: string, after: string) => string;
  readonly reasonGiven: (reason: string) => string;
  readonly reasonAsked: string;
  readonly moment: (time: Date) => string;
  readonly stateNow: string;
  readonly returnHere: string;
  readonly returnToEntry: (number: number) => string;
  readonly valueAsWritten: (written: string) => string;
  readonly returned: (number: number) => string;
  readonly otherWorkspaces: string;
  readonly noOtherWorkspaces: string;
  readonly keptOnThisMachine: string;
  readonly workspaceFacts: (changed: string, entries: number) => string;
  readonly open: string;
  readonly openWorkspace: (title: string) => string;
  readonly workspaceOpened: (title: string) => string;
  readonly deleteIt: string;
  readonly deleteWorkspace: (title: string) => string;
  readonly deleteForGood: string;
  readonly deleteNow: string;
  readonly workspaceDeleted: (title: string) => string;
  readonly openWorkspaceFile: string;
  readonly restoring: string;
  readonly restoreFailed: string;

  // deliveries
  readonly deliveries: string;
  readonly deliveredOf: (given: string, all: string) => string;
  readonly deliveredBy: string;
  readonly everybodyOwing: string;
  readonly onlyGaps: string;
  readonly noGaps: string;
  readonly deliveryLine: string;
  readonly deliveryStates: Readonly<Record<SubjectDelivery['state'], string>>;
  readonly notAsked: string;
  readonly moreLines: (count: string) => string;
  readonly gaps: GapMessages;
}
