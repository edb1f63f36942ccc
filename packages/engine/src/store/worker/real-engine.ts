import type { FileShelf } from '../../io/file-shelf.ts';
import { checkReading } from '../../scheme/checks/check-scheme.ts';
import type { ParameterSettings } from '../../scheme/compile/parameters.ts';
import type { InputDeclaration } from '../../scheme/input.ts';
import { inputsUnder } from '../../scheme/input-limits.ts';
import { loadReading, readScheme } from '../../scheme/load-scheme.ts';
import { scoreDataset } from '../../score/score-dataset.ts';
import type { CollectionRequest } from '../../workbook/collection/collection-workbooks.ts';
import type { EnginePort, FileBytes, LoadedScheme } from '../engine-port.ts';

let opened: Promise<FileShelf> | null = null;

/** Files that a proposal has read, for the import that follows. */
function shelf(): Promise<FileShelf> {
  opened ??= import('../../io/file-shelf.ts').then((module) => new module.FileShelf());
  return opened;
}

/** The engine behind the port. Readers and writers of files are heavy and are loaded when they are first needed. */
export const realEngine: EnginePort = {
  loadScheme: (text) => {
    const reading = readScheme(text);
    const { scheme } = loadReading(reading);
    const findings = checkReading(reading);
    if (!scheme) return { scheme, findings };
    const { id, title, version, inputs, attributes, parameters } = scheme;
    const score = scoreDataset.bind(null, scheme);
    const inputsSet = (settings: ParameterSettings): readonly InputDeclaration[] =>
      inputsUnder(inputs, parameters, settings);
    const collect = async (request: CollectionRequest): Promise<readonly FileBytes[]> => {
      const { collectionFiles } = await import('../../workbook/collection/collection-files.ts');
      return collectionFiles(scheme, request);
    };
    const exportFiles: LoadedScheme['exportFiles'] = async (dataset, scored, reader, request) => {
      const { exportResults } = await import('../../workbook/tables/export-scored.ts');
      return exportResults(scheme, dataset, scored, reader, request);
    };
    const deliveries: LoadedScheme['deliveries'] = async (dataset, scored, period) => {
      const { deliveryLines } = await import('../../workbook/collection/deliveries.ts');
      return deliveryLines(scheme, dataset, period, scored);
    };
    const knownItems: LoadedScheme['knownItems'] = async (dataset) => {
      const { knownItems: itemsOf } = await import('../../workbook/collection/known-items.ts');
      return itemsOf(scheme, dataset);
    };
    const does = { inputsUnder: inputsSet, score, collect, deliveries, knownItems, exportFiles };
    return { scheme: { id, title, version, inputs, attributes, parameters, ...does }, findings };
  },
  importFiles: async (files, inputs, options) => {
    const { importFiles } = await import('../../io/import.ts');
    const looked = await shelf();
    try {
      return await importFiles(files, inputs, { ...options, shelf: looked });
    } finally {
      // What has been read stays in memory as data, not as workbooks.
      looked.keepOnly([]);
    }
  },
  proposeMapping: async (files, inputs, options) => {
    const { proposeMapping } = await import('../../io/mapping/propose-mapping.ts');
    const looked = await shelf();
    looked.keepOnly(files);
    return proposeMapping(files, inputs, { ...options, shelf: looked });
  },
  checkObservations: async (rows, inputs, subjects) => {
    const { checkObservations } = await import('../../io/check-observations.ts');
    return checkObservations(rows, inputs, subjects);
  },
  subjectsFile: async (reader, scored, request) => {
    const { subjectsFile } = await import('../../workbook/subject/subject-files.ts');
    return subjectsFile(reader, scored, request);
  },
  subjectFile: async (reader, request) => {
    const { subjectFile } = await import('../../workbook/subject/subject-book.ts');
    return subjectFile(reader, request);
  },
  refusals: async (report, context) => {
    const { refusalsWorkbook } = await import('../../workbook/refusals/refusals-workbook.ts');
    return refusalsWorkbook(report, context);
  },
};
