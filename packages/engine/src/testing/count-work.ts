import { Session, type Profiler } from 'node:inspector';

/**
 * How many functions are called while `work` runs, those of libraries and callbacks included: the same on a
 * fast machine and on a busy one.
 */
export async function countWork(work: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  let count = 0;
  try {
    await work();
    session.post('Profiler.takePreciseCoverage', (_error, { result }: Profiler.TakePreciseCoverageReturnType) => {
      for (const { functions } of result) for (const { ranges } of functions) count += ranges[0]?.count ?? 0;
    });
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
  return count;
}
