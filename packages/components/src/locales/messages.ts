/** Every text that the widgets say by themselves. A locale gives all of them; a page may replace single ones. */
export interface Messages {
  // states
  readonly loading: string;
  readonly retry: string;
  readonly failed: string;
  readonly noSource: string;
  readonly noRows: string;
  /** As `noRows`, where other periods have results. */
  readonly noRowsHere: string;
  readonly noPeriods: string;
  /** What words of results are called; the scheme that is shown brings them. */
  readonly words?: ReadonlyMap<string, string>;
  /** Name of the subject that stands for all of them together. */
  readonly everybody: string;
  readonly noMatch: string;
  readonly noSubject: string;
  readonly noAxes: string;
  readonly tooOld: string;

  // pickers
  readonly period: string;
  readonly group: string;
  readonly part: string;
  readonly allGroups: string;
  /** A period such as `2024`, `2024-H1`, `2024-Q3` or `2024-03`, as people say it. */
  readonly periodName: (period: string) => string;

  // figures
  readonly missing: string;
  readonly missingHint: string;
  readonly notApplicable: string;
  readonly notApplicableHint: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly rounded: (text: string) => string;

  // trials
  readonly trial: (changes: number) => string;
  readonly changedParameter: (title: string, written: string, value: string) => string;
  readonly unset: string;

  // ranking
  readonly ranking: string;
  /** What a table is called that gives nobody a rank. */
  readonly standing: string;
  readonly rankingOf: (title: string, period: string, group: string) => string;
  readonly rank: string;
  readonly name: string;
  readonly total: string;
  readonly grade: string;
  readonly change: string;
  readonly changeUp: (places: number) => string;
  readonly changeDown: (places: number) => string;
  readonly changeNone: string;
  readonly changeUnknown: string;
  readonly unranked: string;
  readonly veto: string;
  readonly vetoHint: string;
  readonly incomplete: string;
  readonly incompleteHint: string;
  readonly fullMarks: (marks: string) => string;
  readonly search: string;
  readonly searchHint: string;
  readonly rowCount: (shown: number, all: number) => string;
  readonly groupCount: (rows: number) => string;
  readonly noGroup: string;
  readonly copyTable: string;
  /** Columns that found no room. */
  readonly moreColumns: (count: number) => string;
  readonly fewerColumns: string;
  readonly copied: (rows: number) => string;
  readonly scrollArea: (name: string) => string;

  // sheet
  readonly sheet: string;
  readonly indicator: string;
  readonly score: string;
  readonly max: string;
  readonly lost: string;
  readonly groupMean: string;
  readonly mean: string;
  readonly groupBest: string;
  readonly best: string;
  /** Who is counted in mean and best. */
  readonly comparedHint: string;
  readonly previous: string;
  /** What moved since the period before: the total, and the lines that moved furthest. */
  readonly sinceBefore: (total: string, most: readonly string[]) => string;
  readonly clause: string;
  readonly weight: string;
  readonly items: string;
  readonly adjustments: string;
  readonly results: string;
  readonly result: string;
  readonly value: string;
  readonly expand: (title: string) => string;
  readonly collapse: (title: string) => string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly byLoss: string;
  readonly level: (level: number) => string;
  readonly openFigure: (title: string, text: string) => string;
  readonly print: string;
  readonly schemeVersion: (version: string) => string;
  readonly publishedOn: (date: string) => string;
  readonly noticeFromTo: (from: string, to: string) => string;
  readonly signature: string;
  readonly date: string;

  // explanation
  readonly explanation: string;
  readonly rule: string;
  readonly calculation: string;
  readonly steps: string;
  readonly notApplied: string;
  readonly inputs: string;
  readonly madeFrom: string;
  readonly from: (who: string) => string;
  readonly ofSubjects: string;
  readonly source: string;
  readonly file: string;
  readonly sheetName: string;
  readonly cell: string;
  readonly category: string;
  readonly matter: string;
  readonly note: string;
  readonly moreRows: (rows: number) => string;
  readonly correctRow: string;
  readonly correctRowAt: (place: string, value: string) => string;
  readonly enterValue: string;
  readonly enterValueOf: (title: string) => string;
  readonly notCounted: string;
  readonly notCountedHint: string;
  readonly notPublished: string;
  readonly withheld: string;
  /** What visitors of published results are told about what is not shown. */
  readonly codesShown: string;
  readonly groupsShown: Readonly<Record<'codes' | 'none', string>>;
  readonly heldBack: (smallest: number) => string;
  /** In the place of a figure that is not published. */
  readonly held: string;
  readonly heldHint: string;
  readonly back: string;
  readonly close: string;
  readonly trail: string;
  readonly outOf: (max: string) => string;

  // radar
  readonly profile: string;
  readonly profileOf: (name: string, branch: string) => string;
  readonly subject: string;
  readonly series: string;
  readonly showTable: string;
  readonly showChart: string;
  readonly branches: string;
  readonly openBranch: (title: string) => string;
  readonly allItems: string;
  readonly fewAxes: string;
}
