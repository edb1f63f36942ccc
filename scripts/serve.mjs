// `npm run serve`: shows the repository's files, such as examples/plain.html, as a web server does.
import { ROOT } from './run.mjs';
import { serveFolder } from './static-server.mjs';

const { url } = await serveFolder(ROOT, { port: Number(process.env['PORT'] ?? 8080) });
console.log(`Serving the repository at ${url}\n  for example ${url}examples/plain.html`);
