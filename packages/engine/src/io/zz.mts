import { importFiles } from './import.ts';
import * as X from '@e965/xlsx';
import fs from 'node:fs';
const decl=(item:string,kind:string,more={})=>({item,kind,title:{zh:item,en:item},unit:'',from:'',words:[],categories:[],min:null,max:null,mayBeNA:false,needsValue:false,needsDate:false,needsMatter:false,needsCategory:false,needsRater:kind==='rating',...more});
const inputs=[...Array(50)].map((_,i)=>decl(`item.${i}`,i%3===0?'number':i%3===1?'event':'rating',i%3===1?{categories:['市级','省级']}:{min:'0',max:'1000'})) as any;
const subj=['subject,name,group,parent'];for(let i=0;i<5000;i++)subj.push(`v${i},村${i},g${i%5},`);
const [,,mode,arg,what]=process.argv;
function rows(n:number){const L=['period,subject,item,value,category,rater,matter,date,note'];
for(let i=0;i<n;i++){const k=i%50,s=Math.floor(i/50)%5000,p=2000+Math.floor(i/250000);L.push(k%3===1?`${p},v${s},item.${k},${i%7},市级,,m${i%100},2024-03-05,`:k%3===2?`${p},v${s},item.${k},${(i%997)/10},,r${i%977},,,`:`${p},v${s},item.${k},${(i%997)/10},,,,,`);}return L;}
if(mode==='make'){const n=+arg;const aoa=rows(n).map(l=>l.split(',').map(c=>c!==''&&!isNaN(+c)?+c:c));
const wb=X.utils.book_new();X.utils.book_append_sheet(wb,X.utils.aoa_to_sheet(subj.map(l=>l.split(','))),'subjects');X.utils.book_append_sheet(wb,X.utils.aoa_to_sheet(aoa),'observations');
fs.writeFileSync('/tmp/b.'+what,X.write(wb,{type:'buffer',bookType:what as any,compression:true}));}
else if(mode==='csv'){fs.writeFileSync('/tmp/o.csv',rows(+arg).join('\n'));fs.writeFileSync('/tmp/s.csv',subj.join('\n'));}
else{const files=arg==='csv'?['/tmp/s.csv','/tmp/o.csv']:['/tmp/b.'+arg];
const F=files.map(f=>({name:f,bytes:new Uint8Array(fs.readFileSync(f))}));
let t=performance.now();const r=await importFiles(F,inputs);const ms=performance.now()-t;
console.log(arg,(F.at(-1)!.bytes.length/1e6).toFixed(1)+'MB',ms.toFixed(0)+'ms',(r.report.observations.read/ms*1000).toFixed(0)+' rows/s',r.report.observations,'max rss '+(process.resourceUsage().maxRSS/1e3).toFixed(0)+'MB');}
