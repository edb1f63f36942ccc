import { readFileSync } from 'node:fs';
import { loadScheme, scoreDataset } from '/work/main/packages/engine/src/index.ts';
import Papa from '/work/main/node_modules/papaparse/papaparse.js';
const id = process.argv[2]!;
const dir = `/work/main/packages/engine/schemes/`;
const load = loadScheme(readFileSync(`${dir}${id}.yaml`, 'utf8'));
for (const f of load.findings) console.log(f.severity, f.code, f.position?.line, f.position?.column, f.message.zh, '|', f.remedy.zh, f.path.join('.'));
if (!load.scheme) process.exit(1);
const csv = (f: string) => (Papa as any).parse(readFileSync(f, 'utf8').trim(), { header: true }).data as Record<string,string>[];
const c = `${dir}cases/${id}/`;
const o = { file: '', sheet: '', row: 0, column: '' };
const subjects = csv(c + 'subjects.csv').map(({ subject, name, group, parent, ...attributes }) => ({ id: subject!, name: name ?? '', group: group ?? '', parent: parent ?? '', attributes, origin: o }));
const observations = csv(c + 'observations.csv').map((r) => ({ ...(r as any), origin: o }));
const t0 = performance.now();
const s = scoreDataset(load.scheme, { subjects, observations } as any);
console.log('scored in', (performance.now() - t0).toFixed(0), 'ms');
const got = new Map<string, string>();
for (const p of s.scored.parts) for (const [node, col] of p.figures) col.forEach((f, i) => { if (f) got.set(`${p.keys[i]!.period},${s.scored.subjects[p.keys[i]!.subject]!.subject},${node}`, f.text); });
let bad = 0, ok = 0;
const by: Record<string, number> = {};
for (const r of csv(c + 'expected.csv')) {
  const k = `${r.period},${r.subject},${r.node}`; const g = got.get(k); got.delete(k);
  const same = g === r.value || (g !== undefined && g.trim() !== '' && !isNaN(Number(g)) && !isNaN(Number(r.value)) && Math.abs(Number(g) - Number(r.value)) < 1e-11);
  if (same) ok++; else { bad++; by[r.node!] = (by[r.node!] ?? 0) + 1; if ((by[r.node!] ?? 0) <= 3) console.log('DIFF', k, 'expected', r.value, 'got', g); }
}
console.log('ok', ok, 'bad', bad, 'extra', got.size, [...got.keys()].slice(0, 5), by);
