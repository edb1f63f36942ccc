import { LiveWorkspace } from '@kaoheng/engine/live';
import './app/kaoheng-dashboard.ts';

const dashboard = document.createElement('kaoheng-dashboard');
dashboard.workspace = LiveWorkspace.shared();
document.body.append(dashboard);
