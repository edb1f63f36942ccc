import type { StoreContents } from '../table-rows.ts';
import { fakeEngine, sampleFiles } from './fake-engine.ts';

/** What the store would hold after importing a sample of so many villages with the fake engine. */
export async function sampleContents(villages: number, items = 'order fee'): Promise<StoreContents> {
  const { scheme } = fakeEngine.loadScheme(`villages: ${items}`);
  const { dataset } = await fakeEngine.importFiles(sampleFiles(villages), scheme!.inputs, {});
  return { dataset: dataset!, inputs: scheme!.inputs, scored: scheme!.score(dataset!, {}).scored };
}
