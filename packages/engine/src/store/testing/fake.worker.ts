/** The real worker around a fake engine: for browser tests of messages, store and workspace. */
import '../duckdb/array-at.ts';
import { duckdbStarter } from '../worker/duckdb-starter.ts';
import type { MessageChannelEnd } from '../worker/message-server.ts';
import { serveWorkspace } from '../worker/serve-workspace.ts';
import { fakeEngine, fakeLibrary } from './fake-engine.ts';

serveWorkspace(self as unknown as MessageChannelEnd, {
  engine: fakeEngine,
  library: fakeLibrary,
  startDatabase: duckdbStarter,
});
