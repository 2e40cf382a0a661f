import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { run, start } from './shuyuan.ts';

/** One graph and one folder for the whole file; its tests follow each other. */
const folder = mkdtempSync(join(tmpdir(), 'shuyuan-cli-'));
const CITY = 'seed/kunming';

beforeAll(async () => {
  await stage();
});

/** Every file of a folder with its content. */
function contents(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(path.length), readFileSync(file, 'utf8')]),
  );
}

describe('load', () => {
  it('--dry-run checks and counts, and writes nothing', async () => {
    const { exit, out } = await run(['load', CITY, '--dry-run', '--json']);
    const report = JSON.parse(out) as { written: boolean; created: number; refused: number };
    expect([exit, report.written, report.refused]).toEqual([0, false, 0]);
    expect(report.created).toBeGreaterThan(1_000);
    expect(await query('MATCH (r:Record) RETURN count(r) AS count')).toEqual([{ count: 0 }]);
  });

  it('of a bundle with an error is refused with 1, says where, and writes nothing', async () => {
    const file = join(folder, 'bad.jsonl');
    writeFileSync(file, '{"record":"jurisdiction","key":"KM","name":"昆明市","kind":"TOWN"}\n');
    const { exit, out } = await run(['load', file]);
    expect(exit).toBe(1);
    expect(out).toContain(`${file}:1 kind`);
    expect(out).toContain('«TOWN»');
    expect(out).toContain('Nothing was written');
  });

  it('--skip-invalid writes the rest and lists what it left out', async () => {
    const file = join(folder, 'half.jsonl');
    writeFileSync(
      file,
      '{"record":"element","key":"X1","name":"甲"}\n{"record":"element","key":"X2"}\n{"record":"unheard of","key":"X3"}\n',
    );
    const { exit, out } = await run(['load', file, '--skip-invalid', '--json']);
    const report = JSON.parse(out) as {
      written: boolean;
      created: number;
      refused: number;
      refusals: { line: number }[];
    };
    expect([exit, report.written, report.created, report.refused]).toEqual([0, true, 1, 2]);
    expect(report.refusals.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('of a path that is not there is refused with 1', async () => {
    const { exit, err } = await run(['load', join(folder, 'nowhere')]);
    expect(exit).toBe(1);
    expect(err).toContain('No such file or folder');
  });

  it('loads the demo city; a second time nothing changes', async () => {
    const first = await run(['load', CITY]);
    const second = JSON.parse((await run(['load', CITY, '--json'])).out) as Record<string, unknown>;
    expect(first.exit).toBe(0);
    expect(first.out).toContain('Loaded');
    expect([second['created'], second['updated'], second['refused']]).toEqual([0, 0, 0]);
  });
});

describe('dump and verify', () => {
  it('dump writes everything; into a folder that holds something it is refused', async () => {
    const { exit, out } = await run(['dump', join(folder, 'a'), '--json']);
    expect(exit).toBe(0);
    expect((JSON.parse(out) as { records: number }).records).toBeGreaterThan(700);
    const again = await run(['dump', join(folder, 'a')]);
    expect([again.exit, again.err]).toEqual([1, expect.stringContaining('not empty')]);
  });

  it('verify finds everything in order', async () => {
    const { exit, out } = await run(['verify', '--json']);
    expect([exit, (JSON.parse(out) as { wrong: unknown }).wrong]).toEqual([0, null]);
    expect((await run(['verify'])).out).toContain('Everything agrees');
  });

  it('verify names what is wrong, with 1', async () => {
    const [before] = await query("MATCH (r:Record {id: 'Dataset:FR01'}) RETURN r.title AS title");
    await query("MATCH (r:Record {id: 'Dataset:FR01'}) SET r.title = 'tampered'");
    const { exit, out } = await run(['verify']);
    await query("MATCH (r:Record {id: 'Dataset:FR01'}) SET r.title = $title", { title: before!['title'] });
    expect(exit).toBe(1);
    expect(out).toContain('Dataset:FR01');
  });

  it('what was dumped loads into an empty graph and dumps the same', async () => {
    await query('MATCH (n) WHERE NOT n:Migration AND NOT n:Registry DETACH DELETE n');
    await query('MATCH (r:Registry) SET r.recordedUpTo = 0');
    cpSync(join(folder, 'a'), join(folder, 'copy'), { recursive: true });
    const loaded = await run(['load', join(folder, 'copy')]);
    expect([loaded.exit, loaded.err]).toEqual([0, expect.any(String)]);
    expect((await run(['dump', join(folder, 'b')])).exit).toBe(0);
    expect(contents(join(folder, 'b'))).toEqual(contents(join(folder, 'a')));
  });
});

describe('serve', () => {
  it('answers on the port it says, and ends with 0 when it is asked to', async () => {
    const server = start(['serve', '--port', '0', '--empty']);
    await server.says(/\/health\/ready/);
    const base = /http:\/\/127\.0\.0\.1:\d+/.exec(server.out())![0];
    expect((await fetch(`${base}/health/ready`)).status).toBe(200);
    const asked = await fetch(`${base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ node(id: "Dataset:FR01") { id } }' }),
    });
    expect(await asked.json()).toEqual({ data: { node: { id: 'Dataset:FR01' } } });
    server.kill('SIGTERM');
    expect((await server.ended).exit).toBe(0);
    await expect(fetch(`${base}/health/live`)).rejects.toThrow();
  });

  it('on a port in use could not, with 2 and one plain message', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const { exit, out, err } = await run(['serve', '--empty'], { PORT: String(port) });
    holder.close();
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('The port is in use');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
