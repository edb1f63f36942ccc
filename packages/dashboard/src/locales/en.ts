import { amendEn } from './amend-messages.ts';
import { collectionEn } from './collection-messages.ts';
import { dataEn } from './data-messages.ts';
import { exportEn } from './export-messages.ts';
import { gapsEn } from './gap-messages.ts';
import { historyEn } from './history-messages.ts';
import { importsEn } from './imports-messages.ts';
import { keepEn } from './keep-messages.ts';
import { loadEn } from './load-messages.ts';
import { mappingEn } from './mapping-messages.ts';
import type { Messages } from './messages.ts';
import { publishEn } from './publish-messages.ts';
import { savedViewsEn } from './saved-views-messages.ts';

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
  ...exportEn,
  ...dataEn,
  ...loadEn,
  ...publishEn,
  ...historyEn,
  ...keepEn,
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
  allComplete: 'No score of this period lacks data',
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
  noRecords: (subjects) =>
    `${subjects} subjects are loaded, but no data of any period, so there is nothing to score yet. Load data files as well, or make workbooks for the departments to fill in.`,

  ranking: 'Ranking',
  unit: (name) => (name ? `Results of ${name}` : 'Results'),
  backToRanking: 'Back to the ranking',
  previousUnit: 'Previous',
  nextUnit: 'Next',
  signatures: ['Prepared by:', 'Checked by:', 'Responsible:'],
  printFailed: 'The score sheets were not printed',
  printedOn: (date) =>
    `Printed ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,

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

  collection: collectionEn,
  amend: amendEn,
  mapping: mappingEn,
  savedViews: savedViewsEn,
  gaps: gapsEn,
};
