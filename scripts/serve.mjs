// `npm run serve`: shows the repository's files, such as examples/plain.html, as a web server does.
// PORT=8090 npm run serve: on another port. A port that is taken is no obstacle: a free one is used and printed.
import { ROOT } from './run.mjs';
import { serveFolder } from './static-server.mjs';

const wanted = Number(process.env['PORT'] ?? 8080);
const { url } = await serveFolder(ROOT, { port: wanted }).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.log(`Port ${wanted} is taken; using a free one.`);
  return serveFolder(ROOT);
});
console.log(`Serving the repository at ${url}\n  for example ${url}examples/plain.html`);
