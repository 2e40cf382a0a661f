import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { formatMoment } from '../../calendar/moment.ts';
import { Fault } from '../../foundation/fault.ts';
import { canonicalJson } from '../../foundation/json.ts';
import { byCodePoint } from '../../foundation/text.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { readableState } from '../../graph/registry.ts';
import { pageFlows } from '../../lineage/bulk.service.ts';
import { pageRecords, versionsOf } from '../../record/bulk.service.ts';
import type { Content, RecordKind } from '../../record/kind.ts';
import { recordKinds } from './kinds.ts';

const PAGE_RECORDS = 2_000;
const PAGE_ASSETS = 500;
const WORK: Work = { name: 'dump', limit: 3_600_000 };

/** What a dump wrote. */
export interface DumpReport {
  readonly folder: string;
  readonly records: number;
  readonly flows: number;
}

/**
 * Writes everything as a bundle, sorted, so that two dumps can be compared; one consistent state, or an error.
 * The folder is made; one that holds something is refused. Throws `Fault` BAD_INPUT, CONFLICT, UNAVAILABLE.
 */
export async function dumpBundle(graph: Graph, folder: string): Promise<DumpReport> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Fault('BAD_INPUT', `文件夹不是空的：${folder}。The folder is not empty: ${folder}`);
  mkdirSync(join(folder, 'history'), { recursive: true });
  return graph.read(WORK, async (tx) => {
    const before = await readableState(tx);
    let records = 0;
    for (const kind of recordKinds) records += await dumpKind(tx, kind, folder);
    const flows = await dumpFlows(tx, folder);
    if ((await readableState(tx)).generation !== before.generation)
      throw new Fault('CONFLICT', '导出期间数据有变动，请重试。The registry changed while it was dumped; try again.');
    return { folder, records, flows };
  });
}

async function dumpKind(tx: Tx, kind: RecordKind, folder: string): Promise<number> {
  const file = lazyFile(join(folder, `${kind.kind}.jsonl`));
  const history = lazyFile(join(folder, 'history', `${kind.kind}.jsonl`));
  const prefix = `${kind.type}:`;
  let count = 0;
  for (let after = prefix; ; ) {
    const page = await pageRecords(tx, prefix, after, PAGE_RECORDS);
    for (const { id, content, recordedAt, versions } of page) {
      const said = JSON.parse(content) as Content;
      await file.write(JSON.stringify({ record: kind.kind, ...ordered(said) }));
      const former = versions === 0 ? [] : await versionsOf(tx, id);
      await history.write(
        canonicalJson({
          record: kind.kind,
          key: id.slice(prefix.length),
          recordedAt: formatMoment(recordedAt),
          ...(former.length === 0
            ? {}
            : { versions: former.map((v) => ({ ...v, from: formatMoment(v.from), to: formatMoment(v.to) })) }),
        }),
      );
    }
    count += page.length;
    if (page.length < PAGE_RECORDS) break;
    after = page.at(-1)!.id;
  }
  await file.close();
  await history.close();
  return count;
}

async function dumpFlows(tx: Tx, folder: string): Promise<number> {
  const file = lazyFile(join(folder, 'flow.jsonl'));
  let count = 0;
  for (let after = ''; ; ) {
    const page = await pageFlows(tx, after, PAGE_ASSETS);
    for (const { from, flows } of page) {
      const lines = flows.map((flow) => flowLine(from, flow)).sort(byCodePoint);
      for (const line of lines) await file.write(line);
      count += lines.length;
    }
    if (page.length < PAGE_ASSETS) break;
    after = page.at(-1)!.from;
  }
  await file.close();
  return count;
}

/** A flow as a bundle line: identity first, so that lines sort by it. */
function flowLine(from: string, flow: Readonly<Record<string, unknown>>): string {
  const { to, kind, transform, items, assertedBy, evidence, activity, source, note } = flow;
  const moment = (name: string) => (flow[name] == null ? undefined : formatMoment(flow[name] as number));
  return JSON.stringify({
    record: 'flow',
    from,
    to,
    kind,
    assertedBy,
    validFrom: moment('validFrom'),
    recordedAt: moment('recordedAt'),
    validTo: moment('validTo'),
    retiredAt: moment('retiredAt'),
    transform: transform ?? undefined,
    items: items == null ? undefined : JSON.parse(items as string),
    evidence: evidence ?? undefined,
    activity: activity ?? undefined,
    source: source ?? undefined,
    note: note ?? undefined,
  });
}

/** A file that is made with its first line; waits when the disk is slower than the graph. */
function lazyFile(path: string) {
  let stream: WriteStream | null = null;
  return {
    async write(line: string): Promise<void> {
      stream ??= createWriteStream(path, { flags: 'wx' });
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    },
    async close(): Promise<void> {
      stream?.end();
      if (stream !== null) await finished(stream);
    },
  };
}

/** A content with its key first. */
function ordered({ key, ...rest }: Content): Content {
  return { key, ...rest };
}
