import { loadScheme, scoreDataset } from './src/index.ts';
const items:string[]=[]; const inputs:string[]=[];
for(let i=0;i<12;i++){items.push(`  - { id: r${i}, max: 10, ratio: { of: a${i}, to: t${i}, nothing below: 60% } }`);inputs.push(`  a${i}: { kind: number }`,`  t${i}: { kind: number }`);}
for(let i=0;i<6;i++){items.push(`  - { id: d${i}, max: 5, deduct: [{ each: e${i}, marks: 0.5 }] }`);inputs.push(`  e${i}: { kind: event }`);}
for(let i=0;i<2;i++)items.push(`  - { id: s${i}, max: 10, score: given }`);
const y=`scheme: bench\ntitle: bench\nperiod: year\ninputs:\n${inputs.join('\n')}\nitems:\n${items.join('\n')}\nresults:\n  - { id: total, formula: ${[...Array(12).keys()].map(i=>'r'+i).concat([...Array(6).keys()].map(i=>'d'+i),['s0','s1']).join(' + ')}, round: 2 }\n  - { id: rank, rank: {} }\n  - { id: grade, bands: { of: total, rows: [{from: 90, is: A}, {from: 60, is: B}, {is: C}] } }\n`;
const load=loadScheme(y); if(!load.scheme) {console.log(load.findings);process.exit(1)}
const N=Number(process.argv[2]??10000);
const o = { file: '', sheet: '', row: 0, column: '' };
let seed=1; const rnd=()=>{seed=(seed*1103515245+12345)%2147483648;return seed/2147483648};
const subjects=Array.from({length:N},(_,i)=>({id:'v'+i,name:'v',group:'g',parent:'',attributes:{},origin:o}));
const observations:any[]=[];
for(const s of subjects){const p=(item:string,value:string)=>observations.push({period:'2024',subject:s.id,item,value,category:'',rater:'',matter:'',date:'',note:'',origin:o});
for(let i=0;i<12;i++){p('a'+i,(rnd()*100).toFixed(2));p('t'+i,(50+rnd()*50).toFixed(1));} for(let i=0;i<6;i++)p('e'+i,String(Math.floor(rnd()*4))); p('s0',(rnd()*10).toFixed(1));p('s1',(rnd()*10).toFixed(1));}
for(let k=0;k<6;k++){const t0=performance.now(); scoreDataset(load.scheme, {subjects,observations} as any); console.log('score', (performance.now()-t0).toFixed(0));}
