// Before each test file: what Vitest has no setting for, and a browser that remembers nothing of the files before.
import { vi } from 'vitest';

/** As `expect.poll` has from the configuration; Vitest's own second is too short for a machine with other work to do. */
const TIMEOUT = 60_000;

const { waitFor, waitUntil } = vi;

type WaitFor = typeof vi.waitFor;
type Limits = Parameters<WaitFor>[1];

const patient = (limits: Limits = {}): Limits => ({
  timeout: TIMEOUT,
  ...(typeof limits === 'number' ? { timeout: limits } : limits),
});

vi.waitFor = (callback, limits) => waitFor(callback, patient(limits));
vi.waitUntil = (callback, limits) => waitUntil(callback, patient(limits));

if (typeof window !== 'undefined') {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith('kaoheng')) storage.removeItem(key);
  }
}
