import { readFileSync } from 'node:fs';
import { loadScheme, scoreDataset } from './src/index.ts';
const t=performance.now();
const load = loadScheme(readFileSync(`/work/main/packages/engine/schemes/township-9-villages.yaml`, 'utf8'));
console.log('load', performance.now()-t, load.scheme!.plan.nodes.length, load.scheme!.plan.frames.length);
const o = { file: '', sheet: '', row: 0, column: '' };
const subjects = Array.from({length:1000},(_,i)=>({id:'v'+i,name:'',group:'village',parent:'',attributes:{population:'1000'},origin:o}));
const observations:any[]=[];
for (const s of subjects) for (const inp of load.scheme!.inputs) if (inp.kind!=='event') observations.push({period:'2024',subject:s.id,item:inp.item,value:inp.kind==='flag'?'true':inp.kind==='level'?inp.words[0]:String(((s.id.length*7+inp.item.length)%10)/20+1),category:'',rater:'r',matter:'',date:'',note:'',origin:o});
for (let k=0;k<4;k++){const t0=performance.now(); scoreDataset(load.scheme!, {subjects,observations} as any); console.log('score', (performance.now()-t0).toFixed(0));}
