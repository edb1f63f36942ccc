import type { LiveWorkspace } from '@kaoheng/engine/live';

/** What the dashboard needs of a workspace. The one implementation is the engine's `LiveWorkspace`; tests have another. */
export type WorkspacePort = Pick<
  LiveWorkspace,
  | 'status'
  | 'onStatus'
  | 'subscribe'
  | 'describe'
  | 'ranking'
  | 'sheet'
  | 'profile'
  | 'explain'
  | 'listSchemes'
  | 'checkScheme'
  | 'openScheme'
  | 'openWithFiles'
  | 'importFiles'
  | 'addFiles'
  | 'removeImport'
  | 'correct'
  | 'withdrawCorrection'
  | 'choose'
  | 'rowsOf'
  | 'deliveries'
  | 'proposeMapping'
  | 'loadSample'
  | 'setParameters'
  | 'collectionWorkbooks'
  | 'exportRefusals'
  | 'exportResults'
  | 'publish'
  | 'restart'
>;
