import neo4j from 'neo4j-driver';
import { statementFiles } from '../../tools/statements.ts';
import { loadCity } from '../stage/city.ts';
import { startLocalGraph } from '../../src/launcher/launcher.service.ts';
import { connect } from '../../src/graph/graph.service.ts';
import { openHouse } from '../../src/house/house.ts';
import { clockFrom } from '../../src/calendar/clock.ts';
  const {address:a} = await startLocalGraph({...process.env, SHUYUAN_HOME:'/tmp/house', SHUYUAN_GRAPH_JARS:'/root/.cache/shuyuan'}, {});
  const graph=connect(a); if (!process.env.KEEP) await graph.command('MATCH (n) DETACH DELETE n');
  const {house}=await openHouse(graph, clockFrom('2026-11-23')!); console.time('load'); if (!process.env.KEEP) await loadCity(house); console.timeEnd('load');
  const d = neo4j.driver(a.uri, neo4j.auth.basic(a.user,a.password));
  const combos = (inline:any[]): Record<string,string>[] => inline.reduce((acc:any[],w:any)=>acc.flatMap(c=>(w.words==='Natural'?['','3']:w.words.split(',')).map((v:string)=>({...c,[w.name]:v}))),[{}]);
  console.time('all');
  for (const f of statementFiles()) for (const c of combos(f.header.inline as any)) {
    let t=f.body; for (const [k,v] of Object.entries(c)) t=t.replaceAll(`{{${k}}}`,v);
    const s=d.session();
    const p=Object.fromEntries(f.header.params.map(({name,type})=>[name, type.startsWith('[')?[]:type.startsWith('Int')?neo4j.int(1):'x']));
    try { const r=await s.run('EXPLAIN '+t,p); 
      const leaves:string[]=[]; const ops=new Set<string>();
      const walk=(n:any)=>{ops.add(n.operatorType.split('@')[0]); if(n.children.length===0) leaves.push(n.operatorType.split('@')[0]+' '+(n.arguments.Details??'')); n.children.forEach(walk)}; walk(r.summary.plan);
      console.log(f.room+'/'+f.name, JSON.stringify(c), f.header.uses.join(' '), '\n   ', leaves.filter(l=>!l.startsWith('Argument')).join('\n    '), '\n   OPS', [...ops].filter(o=>/Cart|AllNodes|VarLength|Scan|Eager|Shortest/.test(o)).join(','), '\n   NOTE', r.summary.gqlStatusObjects.filter((g:any)=>!/^(00|02)/.test(g.gqlStatus)).map((g:any)=>g.gqlStatus+' '+g.statusDescription.slice(0,120)).join('|'));
    } catch(e:any){ console.log(f.room+'/'+f.name, JSON.stringify(c),'ERR',e.message) }
    await s.close();
  }
  console.timeEnd('all');
  await d.close(); await house.close();
