import type { SheetCount } from '../../data/import-report.ts';
import type { FindingLog } from '../findings.ts';
import type { ItemIndex } from '../item-index.ts';
import type { RecognisedTable } from '../recognise.ts';
import type { SubjectIndex } from '../subject-index.ts';
import { placeIn, type Table } from '../table.ts';
import { tableIn } from './table-area.ts';
import { MappingFinder, type SheetMapping } from './sheet-mapping.ts';
import { SheetCounter } from './sheet-counter.ts';
import { mappedSubjects } from './mapped-subjects.ts';
import { MappedSheet } from './unfold-mapped.ts';

/** The tables of an import, parted into those that a mapping explains and those that explain themselves. */
export interface MappedTables {
  readonly subjects: readonly RecognisedTable[];
  readonly observations: readonly RecognisedTable[];
  readonly others: readonly Table[];
  /** How the rows of each mapped sheet were counted, once they have been visited. */
  counts(): readonly SheetCount[];
}

/** Reads tables as their mappings say. What comes out runs through the same checks as a table in the program's own layout. */
export function applyMapping(
  tables: readonly Table[],
  mappings: readonly SheetMapping[],
  context: {
    readonly items: ItemIndex;
    readonly subjects: SubjectIndex;
    readonly log: FindingLog;
    /** Whom earlier imports list. */
    readonly known?: SubjectIndex;
  },
): MappedTables {
  const subjects: RecognisedTable[] = [];
  const observations: RecognisedTable[] = [];
  const others: Table[] = [];
  const counters: SheetCounter[] = [];
  const finder = new MappingFinder(mappings);
  for (const sheet of tables) {
    const own = finder.of(sheet);
    if (own.length === 0 || own.some(({ role }) => role === 'own')) {
      others.push(sheet);
      continue;
    }
    for (const mapping of own) {
      const table = tableIn(sheet, mapping.area);
      if (mapping.role === 'ignore') {
        context.log.add('table.ignored', placeIn(table, mapping.area?.top ?? 0), undefined);
        continue;
      }
      const counter = new SheetCounter(table, mapping, context.log);
      counters.push(counter);
      if (mapping.role === 'subjects') {
        subjects.push(mappedSubjects(table, mapping, context, counter));
        continue;
      }
      for (const { column, title, open } of mapping.columns) {
        if (open) context.log.add('column.undecided', placeIn(table, mapping.header.last, column), { title });
      }
      if (mapping.alsoSubjects === true) subjects.push(mappedSubjects(table, mapping, context, null));
      observations.push(new MappedSheet(table, mapping, context, counter).asObservations());
    }
  }
  return { subjects, observations, others, counts: () => counters.map((counter) => counter.count()) };
}
