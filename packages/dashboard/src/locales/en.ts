import { collectionEn } from './collection.ts';
import { gapsEn } from './gaps.ts';
import { mappingEn } from './mapping.ts';
import type { SchemeSource } from '@kaoheng/engine/live';
import { amendEn } from './amend.ts';
import { savedViewsEn } from './views-messages.ts';
import { importsEn } from './imports-messages.ts';
import type { Messages } from './messages.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const en: Messages = {
  ...importsEn,
  product: 'Kaoheng',
  productShort: 'Kaoheng',
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  views: { results: 'Results', data: 'Data', parameters: 'Parameters' },
  theme: 'Appearance',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },
  otherLanguage: '中文',
  loadData: 'Load data',
  export: 'Export',
  exportHeading: 'Export and print',
  exportViews: 'Tables',
  exportViewNames: {
    ranking: 'Ranking',
    matrix: 'Scores (all indicators)',
    sheets: 'Score sheets (everybody)',
    completeness: 'What was delivered',
    gaps: 'What is missing',
    explanations: 'Explanations',
  },
  exportPeriods: { this: 'this period only', all: 'all periods' },
  exportFormat: 'Format',
  exportFormats: {
    xlsx: 'Excel workbook (a sheet for each)',
    'utf-8': 'CSV (UTF-8; several as a zip)',
    gb18030: 'CSV (GB18030; several as a zip)',
  },
  exportExplanationsHint: 'one line for each score; slow with much data',
  exportNow: 'Export tables',
  exporting: 'Exporting…',
  exported: (files) => `${files.join(', ')} made; look into the browser’s downloads.`,
  exportChart: 'Radar',
  exportChartHint: 'Of the chosen unit, with title and legend.',
  noChart: 'Choose a unit in the results to export its radar.',
  exportRefusedRows: (rows) => `${rows} rows that were not read`,
  refusalsHint:
    'The workbook has every row with the reason, the remedy and its place, and is imported as it is once it is set right; the CSV lists the reasons only.',
  refusalsFormats: { xlsx: 'Excel (to be set right)', csv: 'CSV list' },
  exportSheet: 'Export this sheet',
  printSheet: 'Print this sheet',
  exportPages: 'Score sheets',
  exportPagesHint:
    'On A4, each on a page of its own, with lines to sign and page numbers. The print window can save a PDF.',
  printSheets: (sheets) => `Print ${sheets} score sheets`,
  preparingSheets: 'Preparing the sheets…',
  publish: 'Publish',
  print: 'Print',
  whatIsShown: 'What is shown',
  footer:
    'Everything is computed in this browser; no data leaves it. Scores are exact fractions, never floating point. Open any score to see how it came about.',
  version: (version) => `Version ${version}`,
  sampleMark: 'Sample data',
  ownMark: 'Loaded data',
  filesOf: (files) => (files.length > 2 ? `${files.length} files` : files.join(', ')),
  subjectCount: (count) => `${count} subjects`,
  rowCount: (count) => `${count} rows`,
  incompleteCount: (count) => `${count} incomplete`,
  allComplete: 'All complete in this period',
  rowsNotRead: (count) => `${count} rows not read`,
  incompleteOnPaper: (count) => `${count} incomplete, what is missing counts 0`,
  trial: (changes) => `Trial: ${changes} ${changes === 1 ? 'parameter' : 'parameters'} changed`,
  changedParameter: (title, written, value) => `${title}: ${value} instead of ${written}`,
  notSet: 'not set',
  periodName: (period) => {
    const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(period) ?? [];
    if (!year || !rest) return period;
    if (rest === 'H1') return `First half of ${year}`;
    if (rest === 'H2') return `Second half of ${year}`;
    if (rest.startsWith('Q')) return `${rest} ${year}`;
    return `${MONTHS[Number(rest) - 1] ?? rest} ${year}`;
  },
  clause: (clause) => `Clause: ${clause}`,
  comma: ', ',
  semicolon: '; ',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  dismiss: 'Do not show again',

  starting: 'Opening the sample data…',
  restarting: 'Restarting…',
  restarted: 'Restarted.',
  restart: 'Restart',
  workerLost: 'The background computation has stopped',
  startFailed: 'The sample data could not be opened',
  scoringFailed: 'The scores cannot be computed',
  storeFailed: 'The database did not start; scoring goes on',
  storeNotice: 'The database works, but its hosting needs attention',
  subjectGone: (name) => `“${name}” is not in the period or group shown; this is the full ranking.`,
  lostTitle: 'After the reload',
  lostText: (files) => `Data is kept in the page’s memory only; ${files} must be loaded again.`,
  sampleTitle: 'This is a sample',
  sampleText: (subjects) => `All ${subjects} subjects and all figures are made up, to show what the product does.`,
  loadOwn: 'Load your own data',
  noData: 'There is no data yet. Load data files to begin.',

  ranking: 'Ranking',
  unit: (name) => (name ? `Results of ${name}` : 'Results'),
  backToRanking: 'Back to the ranking',
  previousUnit: 'Previous',
  nextUnit: 'Next',
  signatures: ['Prepared by:', 'Checked by:', 'Responsible:'],
  printFailed: 'The score sheets were not printed',
  printedOn: (date) =>
    `Printed ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,

  loadedHeading: 'Loaded data',
  origin: 'Source',
  files: 'Files',
  subjects: 'Subjects',
  observations: 'Observations',
  storeStates: {
    idle: 'Database for queries: starts by itself when needed; scores do not depend on it.',
    starting: 'Database for queries: starting; scores do not depend on it.',
    storing: 'Database for queries: storing the data; scores do not depend on it.',
    ready: 'Database for queries: ready.',
    failed: 'Database for queries: did not start; scores do not depend on it.',
  },
  missingHeading: (period) => `Incomplete subjects, ${period}`,
  nothingMissing: 'Every subject has delivered everything.',
  missingList: 'Incomplete subjects',
  subject: 'Subject',
  group: 'Group',
  owes: 'Still owes',
  moreSubjects: (count) => `Show more (${count} left)`,
  reportHeading: 'Import report',
  inputsHeading: 'Data this scheme needs',
  inputsLead: 'These ids go into the item column of the data file, values as described into the value column.',
  inputItem: 'Id',
  inputTitle: 'Meaning',
  inputKind: 'Kind',
  inputValues: 'Values',
  inputFrom: 'Delivered by',
  subjectsColumn: 'column of subjects',
  yesOrNo: 'yes or no',
  inputKinds: { number: 'figure', score: 'marks', rating: 'rating', event: 'event', flag: 'yes/no', level: 'level' },
  categories: (list) => `categories: ${list}`,
  wordMeaning: (word, title) => `${word} (${title})`,
  mayBeNA: 'may be NA (does not apply)',

  read: 'rows read',
  accepted: 'rows accepted',
  refused: 'rows refused',
  noFindings: 'Nothing to report.',
  findingsOf: (severity, count) => `${severity}: ${count}`,
  rowsAndFindings: 'Counted by rows above and by findings here: one row may have several.',
  findings: 'Findings of the import',
  filterFindings: 'Filter by kind',
  allFindings: 'All',
  importSeverities: { refused: 'Refused', normalised: 'Normalised', note: 'Note' },
  exportRefusals: 'Export refused rows',
  refusalsFile: 'refusals',
  severity: 'Kind',
  place: 'Place',
  whatIsWrong: 'What is wrong',
  whatToDo: 'What to do',
  oldValue: 'was',
  newValue: 'now',
  emptyValue: '(empty)',
  moreFindings: (count) => `Show more (${count} left)`,

  loadHeading: 'Load data',
  loadLead:
    'Choose a scheme and data files. What is there now is replaced only when everything has been read; if rows cannot be read, you see the report first and decide.',
  stepScheme: '1. Scheme',
  stepFiles: '2. Data files',
  scheme: 'Scheme',
  chooseScheme: 'Choose a scheme',
  currentScheme: (title) => `${title} (current)`,
  bodies: {
    county: 'Cities and counties',
    township: 'Townships and streets',
    village: 'Villages and communities',
    office: 'Government offices',
    party: 'Party organisations',
    school: 'Schools and education',
    hospital: 'Hospitals and health',
    company: 'Companies',
    other: 'Others',
  },
  findScheme: 'Find by name, such as hospital',
  schemesFound: (count) => `Found: ${count}`,
  openSchemeFile: 'Open a scheme file…',
  schemeGood: (title, version) => `The scheme “${title}”${version ? ` (version ${version})` : ''} can be used.`,
  schemeFaulty: (file) => `${file} has errors and cannot be used:`,
  schemeFindings: 'Findings of the scheme checker',
  schemeSeverities: { error: 'Error', warning: 'Doubt', note: 'Note' },
  position: 'Position',
  lineColumn: (line, column) => `line ${line}, column ${column}`,
  noFilesYet: 'No data files yet? Make workbooks, have the departments fill them in, and load them.',
  makeCollection: 'Go to the workbooks',
  dropHere: 'Drop one or more files here, or',
  chooseFile: 'Choose a file…',
  chooseFiles: 'Choose files…',
  fileKinds:
    'Collection workbooks, tables in the layout of a department, or standard tables: .xlsx, .xls, .et, .ods, .csv, .tsv, .parquet, .arrow',
  chosenFiles: 'Chosen files',
  removeFile: (name) => `Remove ${name}`,
  namesakes:
    'Some files have the same name. Remove the older one if they are versions of one table; files of different units are all read.',
  formatHeading: 'How are the data files filled in?',
  formatCollection: 'Collection workbooks: load them as they were filled in, those of several departments together.',
  formatForeign:
    'Tables in a layout of their own: load them as they are and match their columns in the next step; the matching is remembered.',
  formatOwn: 'Standard tables: two sheets of a workbook, or two CSV files (UTF-8 or GB18030).',
  formatSubjects: 'First table, subjects, one row each:',
  formatObservations: 'Second table, observations, one row each:',
  formatMore:
    'A period is 2024, 2024-H1, 2024-Q1 or 2024-03; what does not apply is NA; what is not delivered is left out. Columns may be missing or in another order.',
  formatHeaders:
    'Chinese headers are understood too: 编号, 名称, 分组, 上级; 考核期, 编号, 指标, 数值, 类别, 评分人, 事项, 日期, 备注.',
  copyInputs: 'Copy the list',
  templates: 'Download empty CSV tables (two)',
  collection: collectionEn,
  amend: amendEn,
  mapping: mappingEn,
  savedViews: savedViewsEn,
  templatesHint:
    'The CSV tables come with headers and one example row for each kind of data; delete the examples before filling in. Headers may be Chinese.',
  plans: {
    nothing: 'Choose data files, or another scheme.',
    faulty: 'The scheme file has errors. Mend it and open it again.',
    'needs-files': 'This scheme has no sample data. Choose data files.',
    files: 'The files will be loaded with the current scheme, in place of the data that is there.',
    'files-added': 'The files are read with the open scheme and added to the data; conflicts wait for your choice.',
    'scheme-sample': 'The scheme will be opened with its sample data.',
    'scheme-own': 'The scheme will be opened and the loaded files read again with it.',
    both: 'The scheme will be opened and the files loaded, in place of what is there.',
  },
  loadNow: 'Load',
  working: 'Working…',
  stages: {
    reading: 'Reading the files…',
    checking: 'Checking row by row…',
    scoring: 'Computing the scores…',
    'starting-database': 'Starting the database…',
    storing: 'Storing in the database…',
    publishing: 'Making the results file…',
  },
  oldDataMeanwhile: 'Until this is done, everything stays as it is.',
  stop: 'Stop',
  entered: 'Loaded.',
  enteredPartly: (refused) =>
    refused === 1
      ? 'One row was refused and is not counted; see below.'
      : `${refused} rows were refused and are not counted; see below.`,
  enteredUnscored: 'The data is loaded but cannot be scored.',
  heldBack: (refused) =>
    refused === 1
      ? 'One row cannot be read; nothing was replaced yet.'
      : `${refused} rows cannot be read; nothing was replaced yet.`,
  heldChoice:
    'Set cells right here and read again, go back and mend the file, or load it anyway: the refused rows below will not be counted.',
  loadAnyway: 'Load anyway',
  backToChoice: 'Go back',
  notEntered: 'Nothing was loaded.',
  cancelled: 'Stopped.',
  oldDataStays: 'Scheme, data and results are as they were.',
  toResults: 'See the results',
  keepOld: 'Keep what is there',
  chooseAgain: 'Choose again',

  parametersHeading: 'Parameters of the scheme',
  parametersLead:
    'Changes are for trying things out; the scheme file stays as it is. Results say that they are a trial, and your workspace writes down every change and can go back. An empty field leaves a parameter unset; where a score cannot do without it, nothing changes and it is said what is lacking.',
  noParameters: 'This scheme has no parameters to change.',
  compute: 'Compute again',
  computing: 'Computing…',
  computed: 'Computed with the new parameters.',
  asWritten: 'Back to the scheme’s values',
  parametersRefused: 'Not applied; the results are as they were.',
  writtenValue: (value) => `scheme: ${value}`,
  fromYear: (year, value) => `from ${year}: ${value}`,
  unset: 'not set in the scheme',
  notANumber: 'Enter a number such as 0.5 or 60%',
  flagWords: { '': '(not set)', true: 'yes', false: 'no' },

  publishHeading: 'Publish results',
  publishLead:
    'Makes all that a web site needs: results, scripts, a page, what to do. It holds no rows of the source data, no notes, no raters and no single ratings.',
  publishRefused: (rows) => `${rows} rows of the loaded files were not read and are not counted.`,
  publishTrial: (changes) =>
    `These are results of a trial: ${changes} ${changes === 1 ? 'parameter differs' : 'parameters differ'} from the scheme. The published file will say so.`,
  publishTrialConfirm: 'I know that this is a trial and want to publish it',
  publishConflicts: (count) =>
    `Values that imports contradict each other about: ${count}. Nobody has chosen yet, and the earlier import counts. Choose under “Data” first.`,
  publishConflictsConfirm: 'I know that values are in conflict and want to publish',
  publishIncomplete: (where, count, names) => `${where}: ${count} incomplete, what is missing counts 0 (${names}).`,
  publishSample: 'The data that is open is a sample; the published results would be made up too.',
  notice: 'Public notice',
  noticeFrom: 'From',
  noticeTo: 'To',
  noticeOrder: 'The notice cannot end before it begins.',
  objections: 'Objections',
  objectionsHint: 'e.g. in writing to the appraisal office during the notice, phone …',
  publishScope: 'What is published',
  allPeriods: 'all periods',
  allParts: 'everybody who is appraised',
  allGroups: 'all groups',
  allNodes: (all) => `all ${all} indicators and results`,
  someNodes: (chosen, all) => `${chosen} of ${all} indicators and results`,
  smallestIs: {
    names: (smallest) => `no scores with fewer than ${smallest} raters`,
    codes: (smallest) => `no groups with fewer than ${smallest}, no scores with fewer than ${smallest} raters`,
  },
  noticeIs: (from, to, objections) =>
    [from || to ? `${from || '…'} to ${to || '…'}` : 'no dates', objections || 'nowhere to object'].join(' · '),
  publishPeriods: 'Periods',
  publishParts: 'Who is appraised',
  publishGroups: 'Groups',
  publishGroupsHint: 'Scores of groups that are not chosen are not in the file.',
  publishSubjects: 'Names and numbers',
  subjectModes: { names: 'publish names', codes: 'codes in place of names' },
  codesHint:
    'Codes come from a key; no name follows from the file. Whose code is whose is downloaded apart, and is not for the public.',
  codeKey: 'Key of the codes',
  codeKeyHint: 'Leave empty for a new one; with the key of the last time codes stay the same. 16 characters or more.',
  groupModesTitle: (part, column) => `${part ? `${part}: g` : 'G'}roups (ranked within ${column})`,
  groupModes: { names: 'publish names', codes: 'codes in their place', none: 'do not publish' },
  groupColumn: (column) =>
    column === 'group' ? 'the group' : column === 'parent' ? 'the superior' : `the column “${column}”`,
  groupsHint:
    'Groups by superior or another column tell who belongs to whom; they stay out unless you choose otherwise. Visitors then see ranks within groups, and not the groups.',
  groupModeIs: { names: 'groups by name', codes: 'groups by code', none: 'no groups' },
  smallest: 'Fewest people',
  smallestHint: 'Scores with fewer raters are held back; with codes, smaller groups too, shown or not.',
  publishNodes: (chosen, all) => `Indicators and results: ${chosen} of ${all}`,
  chooseAll: 'All',
  chooseNone: 'None',
  nothingChosen: 'Choose at least one period and one indicator or result.',
  preview: 'Preview',
  previewLead: 'This is what visitors will see.',
  previewEmpty:
    'Look at it first: what visitors will see, what is held back, and what can be worked out from what is shown.',
  previewShow: 'Show the preview',
  digest: 'Digest',
  digestHint: 'Pages refuse to show a file that was changed. The digest can be put on record with the notice.',
  heldGroup: (period, group, subjects) => `${period} ${group}: ${subjects} only`,
  heldFigures: (figures) => `${figures} scores with too few raters, or from which those follow`,
  derivable: (node, from) => `“${node}” is “${from}” less its other items`,
  tellsGroups: (node) => `“${node}” tells who is in one group and who is not`,
  heldHeading: 'Held back:',
  derivableHeading: 'Note: some of what was not chosen can be worked out:',
  codeListDownload: 'Download the list of codes',
  codeListHint: 'Keep the list and the key; do not put them on the web site.',
  withExplanations: 'With explanations',
  withExplanationsHint: 'Readers can open a score and see rule and arithmetic; the file becomes larger.',
  publishNow: 'Make the page',
  publishing: 'Making the page…',
  publishedAs: (name, kilobytes) => `${name} (${kilobytes} KB) was made; look into the browser’s downloads.`,
  publishPageSteps: [
    'Unpack all files into a folder of the web site, and open its index.html there.',
    'For a page of your own, paste the lines that README.txt gives. Nothing else is needed, and no other site is asked.',
  ],
  publishSteps: [
    'Put the results file, kaoheng.iife.js and kaoheng-charts.iife.js into one folder of the web site.',
    'Paste the lines below into the page. Nothing else is needed, and no other site is asked.',
  ],
  downloadPage: 'Download the page again',
  downloadResults: 'Download the results alone',
  snippet: 'Lines for the page',
  snippetHint: 'For a page of your own, with the results and the scripts beside it.',
  copySnippet: 'Copy the lines',
  copied: 'Copied.',
  copyFailed: 'The browser does not allow copying; select the text by hand.',

  workspaces: 'Workspaces',
  thisWorkspace: 'This workspace',
  workspaceTitle: 'Name of the workspace',
  sampleNotKept:
    'A sample is open. Once you load a scheme or data of your own, the workspace keeps itself on this machine.',
  keepStates: {
    nothing: '',
    keeping: 'Saving…',
    kept: 'Saved',
    behind: 'Changed in another tab',
    'not kept': 'Not saved',
  },
  isBehind: 'Another tab has just changed this workspace',
  notKept: 'The last change was not saved',
  handle: 'See to it',
  keepAgain: 'Try again',
  keepAsNew: 'Keep as a new workspace',
  copyOf: (title) => `${title} (copy)`,
  takeTheirs: 'Load what the other tab has',
  saveAsFile: 'Save as a file…',
  saveFileNow: 'Save',
  savedAs: (name) => `Saved as ${name}; look among the browser’s downloads.`,
  fileHolds:
    'The file holds the scheme, the imported files as they were, parameters and the whole history. It opens on any machine.',
  sealFile: 'Encrypt with a passphrase',
  fileIsOpen:
    'Not encrypted: whoever gets hold of this file can open it and see all data, the raters and every rating. Encrypt it before it is sent or carried around.',
  passphrase: 'Passphrase',
  passphraseAgain: 'Once more',
  passphraseOf: (name) => `Passphrase of ${name}`,
  passphraseMissing: 'Enter a passphrase.',
  passphraseDiffers: 'The two passphrases differ.',
  passphraseLost: 'Without the passphrase nobody can ever open the file again.',
  history: (entries) => `History (${entries} ${entries === 1 ? 'entry' : 'entries'})`,
  historyHint: 'Every change is written down. Going back is an entry too, so nothing is lost.',
  changeText: (change, { schemeTitle, subjectName, itemTitle, filesOf, correction }) => {
    const scheme = (source: SchemeSource): string => ('builtIn' in source ? schemeTitle(source.builtIn) : source.name);
    const files = (id: string): string => filesOf(id).join(', ');
    const value = (text: string): string => text || '(empty)';
    const what = ({
      period,
      subject,
      item,
      column = '',
    }: {
      period: string;
      subject: string;
      item: string;
      column?: string;
    }) => [period, subjectName(subject), column || itemTitle(item)].filter(Boolean).join(' ');
    switch (change.kind) {
      case 'scheme':
        return `Opened the scheme ${scheme(change.scheme)}`;
      case 'sample':
        return `Opened the sample ${scheme(change.scheme)}`;
      case 'import':
        return `Imported ${change.import.files.map(({ name }) => name).join(', ')}${change.replace ? '' : ' in addition'}${change.import.withoutRefused ? ', without the rows refused' : ''}`;
      case 'remove import':
        return `Took back the import of ${files(change.import)}`;
      case 'amend import':
        return change.amendments.length > 0
          ? `Amended ${files(change.import)} in ${change.amendments.length} cells or rows`
          : `Took back the amendments of ${files(change.import)}`;
      case 'parameters':
        return 'Changed parameters';
      case 'correct':
        return change.correction.before === ''
          ? `Entered ${what(change.correction)}: ${value(change.correction.after)}`
          : `Corrected ${what(change.correction)}: ${value(change.correction.before)} to ${value(change.correction.after)}`;
      case 'withdraw correction': {
        const taken = correction(change.correction);
        return taken ? `Took back the correction of ${what(taken)}` : 'Took back a correction';
      }
      case 'choose':
        return `Chose the import that counts for ${what(change.choice)}`;
      case 'choose for many':
        return `Chose one import for ${change.choice.places.length} conflicts at once`;
      case 'return':
        return `Went back to the state after entry ${change.to}`;
    }
  },
  valueChanged: (title, before, after) => `${title}: ${before} to ${after}`,
  reasonGiven: (reason) => `Reason: ${reason}`,
  reasonAsked: 'Reason (for the history; may be left empty)',
  moment: (time) => time.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  stateNow: 'now',
  returnHere: 'Go back to here',
  returnToEntry: (number) => `Go back to here (after entry ${number})`,
  valueAsWritten: (written) => (written === '' ? 'as the scheme has it' : `${written} (as the scheme has it)`),
  returned: (number) => `Back at the state after entry ${number}, and computed again.`,
  otherWorkspaces: 'Others on this machine',
  noOtherWorkspaces: 'There are no others.',
  keptOnThisMachine:
    'Workspaces are kept in this browser on this machine and sent nowhere. Clearing the browser’s data deletes them: save those that matter as files.',
  workspaceFacts: (changed, entries) => `changed ${changed}, ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
  open: 'Open',
  openWorkspace: (title) => `Open “${title}”`,
  workspaceOpened: (title) => `“${title}” is open.`,
  deleteIt: 'Delete',
  deleteWorkspace: (title) => `Delete “${title}”`,
  deleteForGood: 'It cannot be brought back.',
  deleteNow: 'Delete it',
  workspaceDeleted: (title) => `“${title}” was deleted.`,
  openWorkspaceFile: 'Open a workspace file',
  restoring: 'Opening the last workspace…',
  restoreFailed: 'The last workspace could not be opened',

  deliveries: 'Deliveries',
  deliveredOf: (given, all) =>
    `${given} of ${all} lines delivered (events aside: what did not happen need not be reported).`,
  deliveredBy: 'Delivered by',
  everybodyOwing: 'everybody',
  onlyGaps: 'Only lines with gaps',
  noGaps: 'There are no gaps.',
  deliveryLine: 'Line',
  deliveryStates: { given: 'given', na: 'n/a', missing: 'missing', 'not needed': 'not needed' },
  notAsked: 'not asked',
  moreLines: (count) => `Show more (${count} left)`,
  gaps: gapsEn,
};
