import type { Desk } from '../access/desk.ts';
import { type Sight, see } from '../access/see.ts';
import { signed } from '../audit/head.ts';
import { inclusionsOf, treeHead } from '../audit/proof.service.ts';
import { readContent } from '../audit/record.ts';
import { recordsForPack } from '../audit/records.service.ts';
import { kindOfType } from '../exchange/bundle/kinds.ts';
import { Fault } from '../foundation/fault.ts';
import { canonicalJson } from '../foundation/json.ts';
import { byCodePoint } from '../foundation/text.ts';
import type { Tx, Work } from '../graph/graph.service.ts';
import { isAllowed, type Whose } from '../identity/allowed.ts';
import { lineageOf, MOST_VERTICES } from '../lineage/lineage.service.ts';
import { provenancesOf } from '../operation/provenance.service.ts';
import { named } from '../record/entry.ts';
import { type Held, recordsOf } from '../record/record.service.ts';
import { chainsOf } from '../redevelopment/chain.service.ts';
import { loadsPartlyDark, registrationsOf } from './evidence.statements.ts';
import { PACK_TYPE, type Pack } from './pack.ts';

const WORK: Work = { name: 'evidence', limit: 20_000 };
const MOST_RECORDS = 5_000;
/** Kinds of records that others rest on. */
const RIGHTS = new Set(['Organization', 'Duty', 'Provision', 'Instrument', 'Plan', 'Agreement', 'Qualification']);

/**
 * A product's provenance as a signed document 出具证据包: every chain, legal basis, agreement and registration, and the audit
 * records behind them with proofs under the last signed head. Throws `Fault` FORBIDDEN, NOT_FOUND, UNAVAILABLE.
 */
export async function evidencePack(desk: Desk, of: string): Promise<string> {
  const key = desk.sealKey;
  if (key === null) throw new Fault('UNAVAILABLE', '本服务没有封存密钥。This server holds no seal key.');
  const product = (await recordsOf(desk, [of])).get(of);
  if (product === undefined || !of.startsWith('Product:'))
    throw new Fault('NOT_FOUND', `没有这个产品：${of}。There is no product of this id.`);
  if (!isAllowed(desk.viewer, 'evidence:issue', [await whoseIs(desk, product)]))
    throw new Fault('FORBIDDEN', '无权出具证据包。You may not issue evidence packs.');
  const provenance = (await provenancesOf(desk, [of])).get(of)!;
  const chain = (await chainsOf(desk, [of])).get(of)!;
  const upstream = {
    of,
    direction: 'UPSTREAM',
    depth: null,
    grain: 'ASSET',
    kinds: null,
    maxVertices: MOST_VERTICES,
  } as const;
  const { edges } = await lineageOf(desk, upstream);
  const { records, subjects } = await closure(desk, [of, ...idsOf(provenance), ...idsOf(chain)]);
  const seen = new Set(records.map(({ id }) => id));
  const audit = await see(desk, WORK, (tx, sight) => auditOf(tx, subjects, sight, seen));
  const pack: Pack = {
    of,
    issuedAt: new Date().toISOString(),
    issuedTo: desk.viewer.account ?? desk.viewer.role,
    provenance: { ...provenance },
    chain: { ...chain },
    flows: edges.map((edge) => ({ ...edge })),
    records,
    audit,
  };
  return signed(canonicalJson(pack), PACK_TYPE, key);
}

/** Whose a product is: its developer's, in the developer's jurisdiction. */
async function whoseIs(desk: Desk, { content }: Held): Promise<Whose> {
  const organization = `Organization:${String(content['developer'])}`;
  const jurisdiction = (await recordsOf(desk, [organization])).get(organization)?.content['jurisdiction'];
  return { organization, jurisdictions: typeof jurisdiction === 'string' ? [`Jurisdiction:${jurisdiction}`] : [] };
}

/** Ids anywhere in an answer's lists. */
function idsOf(answer: object): string[] {
  return Object.values(answer).flatMap((value) =>
    Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [],
  );
}

/** What the answers name, and what that rests on in turn; with the ids by which the audit log knows of all this. */
async function closure(desk: Desk, ids: readonly string[]) {
  const found = new Map<string, Held>();
  const subjects = new Set<string>();
  for (let next = new Set(ids); next.size > 0; ) {
    const rows = await see(desk, WORK, (tx) => tx.run(registrationsOf, { ids: [...next] }));
    const held = await recordsOf(desk, [...next]);
    for (const [id, record] of held) found.set(id, record);
    for (const { id, deeds } of rows)
      if (held.has(id)) for (const name of [id, ...deeds.map((deed) => `Load:${deed}`)]) subjects.add(name);
    const named = [...[...held.values()].flatMap(basesOf), ...rows.flatMap(({ registrations }) => registrations)];
    next = new Set(named.filter((id) => !found.has(id)));
    if (held.size === 0) break;
  }
  const records = [...found.values()].map(({ id, content }) => ({ id, content }));
  return { records: records.sort((a, b) => byCodePoint(a.id, b.id)), subjects: [...subjects] };
}

/** What a record rests on: those it names of the kinds that give it its right. */
function basesOf({ id, content }: Held): string[] {
  const kind = kindOfType(id.slice(0, id.indexOf(':')));
  return (kind?.references ?? [])
    .flatMap((reference) => named(reference, content))
    .map((reference) => reference.id)
    .filter((other) => RIGHTS.has(other.slice(0, other.indexOf(':'))));
}

async function tellable(
  tx: Tx,
  { sights }: Sight,
  seen: ReadonlySet<string>,
  about: readonly { content: string; sealed: number }[],
) {
  const said = about.map((record) => ({ record, deed: readContent(record.content) }));
  const loads = said.flatMap(({ deed }) => (deed?.act === 'bundle:load' ? deed.id : []));
  const dark = new Set((await tx.run(loadsPartlyDark, { loads, sights })).map(({ load }) => load));
  const known = ({ id }: { readonly id: string }) => seen.has(id) || id.startsWith('Load:') || id.startsWith('Flow:');
  return said
    .filter(
      ({ deed }) => deed !== null && deed.act !== 'record:read' && !dark.has(deed.id) && deed.subjects.every(known),
    )
    .map(({ record }) => record);
}

/**
 * The sealed audit records about some subjects that the viewer may be told, each with its proof under the last head. A record
 * is told to the letter or not at all: who does not see everything gets none of readings, of deeds that were about other things
 * too, and of loads that wrote what he may not know of.
 */
async function auditOf(
  tx: Tx,
  subjects: readonly string[],
  sight: Sight,
  seen: ReadonlySet<string>,
): Promise<Pack['audit']> {
  const head = await treeHead(tx);
  if (head === null) throw new Fault('UNAVAILABLE', '审计日志尚未封存，请稍后再试。Nothing is sealed yet; try again.');
  const { sealed: about, waiting } = await recordsForPack(tx, subjects, MOST_RECORDS + 1);
  const told = sight.mayMiss ? await tellable(tx, sight, seen, about) : about;
  const covered = told.filter(({ sealed }) => sealed < head.size).slice(-MOST_RECORDS);
  const proofs = await inclusionsOf(
    tx,
    covered.map(({ sealed }) => sealed),
    head.size,
  );
  const records = covered.map(({ content }, i) => ({ content, leaf: proofs[i]!.leaf, path: [...proofs[i]!.path] }));
  return { head: head.jws, complete: waiting === 0 && about.length === covered.length, records };
}
