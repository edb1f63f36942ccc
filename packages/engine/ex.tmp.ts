import { readFileSync } from 'node:fs';
import { loadScheme, scoreDataset } from './src/index.ts';
import Papa from '/work/main/node_modules/papaparse/papaparse.js';
const [,, id, ...q] = process.argv;
const dir = `/work/main/packages/engine/schemes/`;
const load = loadScheme(readFileSync(`${dir}${id}.yaml`, 'utf8'));
const csv = (f: string) => (Papa as any).parse(readFileSync(f, 'utf8').trim(), { header: true }).data as Record<string,string>[];
const c = `${dir}cases/${id}/`;
const subjects = csv(c + 'subjects.csv').map(({ subject, name, group, parent, ...attributes }) => ({ id: subject!, name: name ?? '', group: group ?? '', parent: parent ?? '', attributes, origin: { file: 's.csv', sheet: '', row: 0, column: '' } }));
const observations = csv(c + 'observations.csv').map((r, i) => ({ ...(r as any), origin: { file: 'o.csv', sheet: '', row: i+2, column: 'D' } }));
const s = scoreDataset(load.scheme!, { subjects, observations } as any);
for (const x of q) { const [period, subject, node] = x.split('/'); const t=performance.now(); const e = s.explain({ period: period!, subject: subject!, node: node! });
 console.log('\n##', x, e.title.zh, '=', e.figure.text, e.figure.state, 'max', e.max?.text, e.clause, (performance.now()-t).toFixed(1)+'ms');
 console.log('规则:', e.rule.zh); console.log('rule:', e.rule.en); console.log('算式:', e.arithmetic); if (e.state) console.log('状态:', e.state.zh);
 for (const st of e.steps) console.log('  ', st.applied ? '√' : '×', st.title.zh, '|', st.arithmetic, '=', st.figure.text, '|', st.reason.zh, st.clause);
 for (const i of e.inputs) console.log('   输入', i.item, i.title.zh, i.figure.text, i.unit, i.rows.map(r => `${r.value}/${r.category}@${r.cell}`).join(' '));
 for (const f of e.figures) console.log('   引用', f.period, f.subject, f.node, f.title.zh, f.figure.text); }
