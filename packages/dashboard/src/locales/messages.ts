import type { ThemeChoice } from '../app/preferences.ts';
import type { View } from '../app/place.ts';
import type { AmendMessages } from './amend-messages.ts';
import type { CollectionMessages } from './collection-messages.ts';
import type { DataMessages } from './data-messages.ts';
import type { ExportMessages } from './export-messages.ts';
import type { GapMessages } from './gap-messages.ts';
import type { HistoryMessages } from './history-messages.ts';
import type { ImportsMessages } from './imports-messages.ts';
import type { KeepMessages } from './keep-messages.ts';
import type { LoadMessages } from './load-messages.ts';
import type { MappingMessages } from './mapping-messages.ts';
import type { PublishMessages } from './publish-messages.ts';
import type { SavedViewsMessages } from './saved-views-messages.ts';

/** Every text that the dashboard says by itself. Widgets bring their own, schemes and findings theirs. */
export interface Messages
  extends ImportsMessages, ExportMessages, DataMessages, LoadMessages, PublishMessages, HistoryMessages, KeepMessages {
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
  /** There are subjects, and no data of theirs. */
  readonly noRecords: (subjects: string) => string;

  // results
  readonly ranking: string;
  readonly unit: (name: string) => string;
  readonly backToRanking: string;
  readonly previousUnit: string;
  readonly nextUnit: string;
  readonly signatures: readonly string[];
  readonly printFailed: string;
  readonly printedOn: (date: Date) => string;

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

  // rooms whose words are asked for by name
  readonly collection: CollectionMessages;
  readonly amend: AmendMessages;
  readonly mapping: MappingMessages;
  readonly savedViews: SavedViewsMessages;
  readonly gaps: GapMessages;
}
