import type { Written } from '../../audit/record.ts';
import { deedsOfAct } from '../../audit/records.service.ts';
import type { Tx } from '../../graph/graph.service.ts';
import { type HeldAssertion, heldAssertions } from '../../lineage/bulk.service.ts';
import { lostContent, lostVersion } from '../exchange.statements.ts';
import { partsOf } from './authors.ts';
import { FALSE_WORDS, LOADING, type Tally } from './authorship.ts';
import { type Manifest, manifestOf, partDigest, readWritten, type WrittenLine } from './manifest.ts';

const PAGE = 500;
/** Acts that write records and flows. */
const WRITING_ACTS = [
  'organization:save',
  'element:save',
  'dataset:save',
  'collection:save',
  'flow:save',
  'check:record',
  'duplicate:judge',
] as const;
const FLOW = 'Flow:';

/** What somebody wrote and does not stand any more; or a load by which more stands than it wrote. */
export type Loss = { readonly wrong: string } | { readonly load: string };

/** The first thing that the log tells was written and that does not stand as it was 所记而不存; null: all stands. */
export async function firstLost(tx: Tx, tally: Tally): Promise<Loss | null> {
  for (const act of WRITING_ACTS)
    for await (const deeds of deedsOfAct(tx, act, PAGE)) {
      const wrong = await lostByActs(tx, deeds);
      if (wrong !== null) return { wrong };
    }
  let versions = 0;
  for await (const deeds of deedsOfAct(tx, LOADING, PAGE))
    for (const { id, detail } of deeds) {
      const manifest = detail?.['written'] as Manifest | undefined;
      if (manifest === undefined) continue;
      const found = await new OfLoad(tx, id).compare(manifest, tally);
      if (found.loss !== null) return found.loss;
      versions += found.versions;
    }
  return versions === tally.unnamed
    ? null
    : { wrong: '历史版本多于装载所带 inserted: more former contents without a deed than dumps brought' };
}

/** What acts wrote: each content stands, or stands in the history of its record. */
async function lostByActs(tx: Tx, deeds: readonly Written[]): Promise<string | null> {
  const wrote = deeds.flatMap(({ id: deed, subjects }) =>
    subjects
      .filter(({ before, after }) => after !== null && after !== before)
      .map(({ id, after }) => ({ deed, id, digest: after!, at: null })),
  );
  const records = wrote.filter(({ id }) => !id.startsWith(FLOW));
  const lost = records.length === 0 ? null : await tx.run(lostContent, { rows: records });
  if (lost !== null) return lostWords(lost.id, lost.deed);
  const flows = wrote
    .filter(({ id }) => id.startsWith(FLOW))
    .map((row) => ({ ...row, key: row.id.slice(FLOW.length) }));
  const held = await heldAssertions(tx, flows);
  const gone = flows.find(
    ({ key, digest, deed }) => !held.get(key)?.some((one) => one.digest === digest && one.deed === deed),
  );
  return gone === undefined ? null : lostWords(gone.id, gone.deed);
}

/** One load: what it noted that it wrote, compared with what stands and with what its audit record says of the note. */
class OfLoad {
  readonly #tx: Tx;
  readonly #load: string;
  readonly #parts: string[] = [];
  readonly #count = { contents: 0, flows: 0, retirements: 0 };
  #versions = 0;
  /** Retirements that stand otherwise: a load may retire an assertion twice, and its last word stands. */
  readonly #unlike = new Set<string>();

  constructor(tx: Tx, load: string) {
    this.#tx = tx;
    this.#load = load;
  }

  /** What is lost, and how many former contents it brought. */
  async compare(manifest: Manifest, tally: Tally): Promise<{ loss: Loss | null; versions: number }> {
    for await (const { lines } of partsOf(this.#tx, this.#load)) {
      this.#parts.push(partDigest(lines));
      const said = lines.map(readWritten);
      const wrong = said.every((line) => line !== null) ? await this.#part(said) : this.#rewritten();
      if (wrong !== null) return { loss: { wrong }, versions: 0 };
    }
    const noted = manifestOf(this.#parts);
    if (noted.parts !== manifest.parts || noted.digest !== manifest.digest)
      return { loss: { wrong: this.#rewritten() }, versions: 0 };
    const [unlike] = this.#unlike;
    if (unlike !== undefined) return { loss: { wrong: lostWords(`${FLOW}${unlike}`, this.#load) }, versions: 0 };
    const stands = tally.of(this.#load);
    const same =
      stands.contents === this.#count.contents &&
      stands.flows === this.#count.flows &&
      stands.retirements === this.#count.retirements;
    return { loss: same ? null : { load: this.#load }, versions: this.#versions };
  }

  async #part(lines: readonly WrittenLine[]): Promise<string | null> {
    const contents = lines.flatMap((line) => (line[0] === 'record' ? [contentRow(this.#load, line)] : []));
    const dated = lines.flatMap(([word, id, at]) =>
      word === 'dated' ? [{ deed: this.#load, id, digest: null, at: at as number }] : [],
    );
    this.#count.contents += contents.length;
    const rows = [...contents, ...dated];
    const lost = rows.length === 0 ? null : await this.#tx.run(lostContent, { rows });
    if (lost !== null) return lostWords(lost.id, this.#load);
    const versions = lines.flatMap((line) => (line[0] === 'was' ? [versionRow(line)] : []));
    this.#versions += versions.length;
    const gone = versions.length === 0 ? null : await this.#tx.run(lostVersion, { rows: versions });
    return gone === null ? this.#flows(lines) : lostWords(`${gone.id} 历史版本 former content`, this.#load);
  }

  async #flows(lines: readonly WrittenLine[]): Promise<string | null> {
    const flows = lines.filter((line) => line[0] === 'flow' || line[0] === 'retired');
    if (flows.length === 0) return null;
    const held = await heldAssertions(
      this.#tx,
      flows.map(([, key]) => ({ key })),
    );
    for (const line of flows) {
      const [word, key, recordedAt] = line;
      const one = held.get(key)?.find((assertion) => assertion.recordedAt === recordedAt);
      const stands = one !== undefined && (word === 'flow' ? this.#recorded(one, line) : this.#retired(one, line));
      if (!stands) return lostWords(`${FLOW}${key}`, this.#load);
    }
    return null;
  }

  #recorded(one: HeldAssertion, [, , , digest, retiredAt]: Extract<WrittenLine, ['flow', ...unknown[]]>): boolean {
    this.#count.flows++;
    const here = one.digest === digest && one.deed === this.#load;
    return here && (one.endedBy !== null || one.retiredAt === retiredAt);
  }

  /** One that was retired again later names that later deed. */
  #retired(
    one: HeldAssertion,
    [, key, recordedAt, retiredAt]: Extract<WrittenLine, ['retired', ...unknown[]]>,
  ): boolean {
    if (one.endedBy !== this.#load) return one.endedBy !== null;
    const name = `${key} ${recordedAt}`;
    if (one.retiredAt !== retiredAt) this.#unlike.add(name);
    else {
      this.#unlike.delete(name);
      this.#count.retirements++;
    }
    return true;
  }

  #rewritten(): string {
    return `装载 ${this.#load} 的所写清单被改动 what the load noted that it wrote was altered`;
  }
}

function contentRow(deed: string, [, id, digest, at]: Extract<WrittenLine, ['record', ...unknown[]]>) {
  return { deed, id, digest, at };
}

function versionRow([, id, digest, from, to]: Extract<WrittenLine, ['was', ...unknown[]]>) {
  return { id, digest, from, to };
}

function lostWords(id: string, deed: string): string {
  return `${id}: ${FALSE_WORDS.LOST} (${deed})`;
}
