/**
 * The page's one worker: owns the engine and the database. Started by `LiveWorkspace`; a page never talks to it itself.
 */
import '../duckdb/array-at.ts';
import { builtInLibrary } from './built-in-library.ts';
import { duckdbStarter } from './duckdb-starter.ts';
import type { MessageChannelEnd } from './message-server.ts';
import { realEngine } from './real-engine.ts';
import { serveWorkspace } from './serve-workspace.ts';

serveWorkspace(self as unknown as MessageChannelEnd, {
  engine: realEngine,
  library: builtInLibrary,
  startDatabase: duckdbStarter,
});
