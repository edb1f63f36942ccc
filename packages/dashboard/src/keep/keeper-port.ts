import type { WorkspaceKeeper } from '@kaoheng/engine/live';

/** What the dashboard needs to keep workspaces. The one implementation is the engine's `WorkspaceKeeper`. */
export type KeeperPort = Pick<
  WorkspaceKeeper,
  | 'status'
  | 'onChange'
  | 'because'
  | 'mappings'
  | 'list'
  | 'open'
  | 'rename'
  | 'remove'
  | 'returnTo'
  | 'saveView'
  | 'removeView'
  | 'retry'
  | 'keepAsNew'
  | 'toFile'
  | 'openFile'
>;
