import { type FileHandle, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dumpedHeads, dumpedRecords } from '../../audit/dump.service.ts';
import { formatMoment, momentOf } from '../../calendar/moment.ts';
import { dumpedFindings } from '../../compliance/dump.service.ts';
import { Fault } from '../../foundation/fault.ts';
import { canonicalJson } from '../../foundation/json.ts';
import { byCodePoint } from '../../foundation/text.ts';
import type { Graph, Tx, Work } from '../../graph/graph.service.ts';
import { readableState } from '../../graph/registry.ts';
import { pageFlows } from '../../lineage/bulk.service.ts';
import { pageRecords, versionsOf } from '../../record/bulk.service.ts';
import type { Content, RecordKind } from '../../record/kind.ts';
import { authorsOfFlows, authorsOfRecords, dumpedParts } from './authors.ts';
import { recordKinds } from './kinds.ts';

const PAGE_RECORDS = 2_000;
const PAGE_ASSETS = 500;
const GATHERED_CHARACTERS = 1 << 20;
/** A folder in which a dump was begun and not ended may be dumped into again. */
const MAKING = '.dump-';
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
  const making = await emptyFolder(folder);
  try {
    const report = await graph.read(WORK, (tx) => dumpAll(tx, making));
    for (const name of await readdir(making)) await rename(join(making, name), join(folder, name));
    return { folder, ...report };
  } catch (error) {
    throw fileFault(error, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Makes the folder, and in it a hidden one that the dump is made in: what stands in the folder itself is whole. */
async function emptyFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).some((name) => !name.startsWith(MAKING)))
      throw new Fault('BAD_INPUT', `文件夹不是空的：${folder}。The folder is not empty: ${folder}`);
    return await mkdtemp(join(folder, MAKING));
  } catch (error) {
    throw fileFault(error, folder);
  }
}

/** Says plainly what the file system said no to. */
function fileFault(error: unknown, folder: string): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined) return error;
  return new Fault('BAD_INPUT', `写不了 ${folder}。Cannot write to it: ${message}`, { cause: error });
}

async function dumpAll(tx: Tx, folder: string): Promise<{ records: number; flows: number }> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  for (const part of ['history', 'audit']) await mkdir(join(folder, part));
  const before = await readableState(tx);
  let records = 0;
  const written = lazyFile(join(folder, 'audit', 'written.jsonl'));
  for await (const line of dumpedParts(tx)) await written.write(line);
  for (const kind of recordKinds) records += await dumpKind(tx, kind, folder, written);
  const flows = await dumpFlows(tx, folder, written);
  await written.close();
  await writeLines(join(folder, 'audit', 'records.jsonl'), dumpedRecords(tx));
  await writeLines(join(folder, 'audit', 'heads.jsonl'), dumpedHeads(tx));
  await writeLines(join(folder, 'history', 'finding.jsonl'), dumpedFindings(tx));
  if (before.recordedUpTo > 0) {
    const registry = lazyFile(join(folder, 'history', 'registry.jsonl'));
    await registry.write(JSON.stringify({ record: 'registry', recordedUpTo: momentText(before.recordedUpTo) }));
    await registry.close();
  }
  if ((await readableState(tx)).generation !== before.generation)
    throw new Fault('CONFLICT', '导出期间数据有变动，请重试。The registry changed while it was dumped; try again.');
  return { records, flows };
}

/** A moment in China's time; beyond the year 9999 there, as the last moments before it elsewhere are written. */
function momentText(instant: number): string {
  const text = formatMoment(instant);
  return momentOf(text) === instant ? text : new Date(instant).toISOString();
}

async function dumpKind(tx: Tx, kind: RecordKind, folder: string, written: LazyFile): Promise<number> {
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
          recordedAt: momentText(recordedAt),
          ...(former.length === 0
            ? {}
            : {
                versions: former.map(({ content, from, to }) => ({
                  content,
                  from: momentText(from),
                  to: momentText(to),
                })),
              }),
        }),
      );
    }
    for (const line of await authorsOfRecords(
      tx,
      page.map(({ id }) => id),
    ))
      await written.write(line);
    count += page.length;
    if (page.length < PAGE_RECORDS) break;
    after = page.at(-1)!.id;
  }
  await file.close();
  await history.close();
  return count;
}

async function dumpFlows(tx: Tx, folder: string, written: LazyFile): Promise<number> {
  const file = lazyFile(join(folder, 'flow.jsonl'));
  let count = 0;
  for (let after = ''; ; ) {
    const page = await pageFlows(tx, after, PAGE_ASSETS);
    for (const { from, flows } of page) {
      const lines = flows.map((flow) => flowLine(from, flow)).sort(byCodePoint);
      for (const line of lines) await file.write(line);
      count += lines.length;
    }
    for (const line of authorsOfFlows(page.flatMap(({ flows }) => flows))) await written.write(line);
    if (page.length < PAGE_ASSETS) break;
    after = page.at(-1)!.from;
  }
  await file.close();
  return count;
}

/** A flow as a bundle line: identity first, so that lines sort by it. */
function flowLine(from: string, flow: Readonly<Record<string, unknown>>): string {
  const { to, kind, transform, items, assertedBy, evidence, activity, source, note } = flow;
  const moment = (name: string) => (flow[name] == null ? undefined : momentText(flow[name] as number));
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

async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const file = lazyFile(path);
  for await (const line of lines) await file.write(line);
  await file.close();
}

interface LazyFile {
  write(line: string): Promise<void>;
  close(): Promise<void>;
}

/** A file that is made with its first line; lines are gathered, so that a slow disk is waited for. */
function lazyFile(path: string): LazyFile {
  let handle: FileHandle | null = null;
  let text = '';
  const flush = async () => {
    handle ??= await open(path, 'wx');
    await handle.writeFile(text);
    text = '';
  };
  return {
    async write(line: string): Promise<void> {
      text += `${line}\n`;
      if (text.length >= GATHERED_CHARACTERS) await flush();
    },
    async close(): Promise<void> {
      if (text !== '') await flush();
      await handle?.sync();
      await handle?.close();
    },
  };
}

/** A content with its key first. */
function ordered({ key, ...rest }: Content): Content {
  return { key, ...rest };
}
