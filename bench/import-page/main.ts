// A page that imports files through the live worker and watches itself meanwhile.
import { LiveWorkspace } from '@kaoheng/engine/live';

const SCHEME = `scheme: bench
title: bench
version: 2025.1
period: year
full marks: 100
inputs:
  a: { kind: score, title: a, min: 0, max: 100 }
items:
  - { id: a, title: a, max: 100, clause: '1', score: given }
results:
  - { id: total, title: total, formula: a }
`;

export interface ImportMeasure {
  readonly milliseconds: number;
  readonly rows: number;
  readonly longestGap: number;
  /** The same while nothing is done: what this machine and the other programs on it cost. */
  readonly idleGap: number;
  readonly progressEvents: number;
  readonly longestSilence: number;
}

export interface CancelMeasure {
  /** Until the import rejects. */
  readonly rejected: number;
  /** Until the worker answers another question. */
  readonly answered: number;
}

async function fileAt(address: string): Promise<File> {
  return new File([await (await fetch(address)).blob()], address);
}

async function opened(scheme: string): Promise<LiveWorkspace> {
  const workspace = new LiveWorkspace();
  const { opened: isOpen, findings } = await workspace.openScheme({ name: 'bench.yaml', text: scheme });
  if (!isOpen) throw new Error(JSON.stringify(findings[0]));
  return workspace;
}

/** Notes the longest time between two frames of the page until it is stopped. */
function watchFrames(): () => number {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const frame = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    running = false;
    return longest;
  };
}

async function measureImport(addresses: readonly string[], scheme = SCHEME): Promise<ImportMeasure> {
  const files = await Promise.all(addresses.map(fileAt));
  const workspace = await opened(scheme);
  let progressEvents = 0;
  let longestSilence = 0;
  const stopIdle = watchFrames();
  await new Promise((done) => setTimeout(done, 5000));
  const idleGap = stopIdle();
  const stop = watchFrames();
  const start = performance.now();
  let last = start;
  const report = await workspace.importFiles(files, {
    onProgress: () => {
      progressEvents += 1;
      longestSilence = Math.max(longestSilence, performance.now() - last);
      last = performance.now();
    },
  });
  const milliseconds = performance.now() - start;
  const longestGap = stop();
  if (!report.entered || report.observations.refused > 0) throw new Error(JSON.stringify(report.findings.slice(0, 3)));
  workspace.close();
  return { milliseconds, rows: report.observations.accepted, longestGap, idleGap, progressEvents, longestSilence };
}

async function measureCancel(addresses: readonly string[], after: number, scheme = SCHEME): Promise<CancelMeasure> {
  const files = await Promise.all(addresses.map(fileAt));
  const workspace = await opened(scheme);
  const work = new AbortController();
  let cancelled = 0;
  setTimeout(() => {
    cancelled = performance.now();
    work.abort();
  }, after);
  let rejected = -1;
  try {
    await workspace.importFiles(files, { signal: work.signal });
  } catch {
    rejected = performance.now() - cancelled;
  }
  await workspace.listSchemes();
  const answered = performance.now() - cancelled;
  workspace.close();
  return { rejected, answered };
}

Object.assign(globalThis, { measureImport, measureCancel });
