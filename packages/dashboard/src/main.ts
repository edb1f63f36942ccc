import { LiveWorkspace, openIndexedDBStore, WorkspaceKeeper } from '@kaoheng/engine/live';
import './app/kaoheng-dashboard.ts';

const dashboard = document.createElement('kaoheng-dashboard');
const workspace = LiveWorkspace.shared();
dashboard.workspace = workspace;
dashboard.keeper = new WorkspaceKeeper(workspace, () => openIndexedDBStore());
document.body.append(dashboard);
