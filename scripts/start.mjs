// One command from a fresh clone to the dashboard: installs what is missing and starts the server.
import { ensureDependencies } from './dependencies.mjs';
import { runTool } from './run.mjs';

await ensureDependencies();
process.exitCode = await runTool('vite/bin/vite.js', process.argv.slice(2));
