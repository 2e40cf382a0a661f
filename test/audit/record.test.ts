import { beforeAll, describe, expect, it } from 'vitest';
import { recordDeed } from '../../src/audit/audit.service.ts';
import { digestOf, readContent } from '../../src/audit/record.ts';
import type { House } from '../../src/house/house.ts';
import { query } from '../stage/query.ts';
import { stage } from '../stage/stage.ts';
import { deed } from './deeds.ts';

const WORK = { name: 'test', limit: 30_000 };
let house: House;
beforeAll(async () => {
  house = await stage();
});
const record = (of: Parameters<typeof deed>[0] = {}) => house.graph.write(WORK, (tx) => recordDeed(tx, deed(of)));
const held = (id: string) =>
  query('MATCH (r:AuditRecord {id: $id}) RETURN r.content AS content, r.digest AS digest, r:Unsealed AS open', { id });

describe('the record of a deed', () => {
  it('says who did what about what, and its digest is of every word of it', async () => {
    const one = deed({ subject: 'Dataset:said', detail: { created: 2, skipped: null } });
    const { digest } = await house.graph.write(WORK, (tx) => recordDeed(tx, one));
    const [row] = await held(one.id);
    const content = String(row!['content']);
    expect([row!['digest'], row!['open']]).toEqual([digest, true]);
    expect(digestOf(content)).toBe(digest);
    expect(digestOf(content.replace('publish', 'pablish'))).not.toBe(digest);
    expect(readContent(content)).toMatchObject({
      act: 'catalog:publish',
      actor: { role: 'CLERK' },
      request: 'request-1',
    });
    expect(readContent(content)!.detail).toEqual({ created: 2 });
  });

  it('is not there when the deed is taken back, and neither is its trace on the subject', async () => {
    const one = deed({ subject: 'Dataset:undone' });
    const undone = house.graph.write(WORK, async (tx) => {
      await recordDeed(tx, one);
      throw new Error('the deed fails');
    });
    await expect(undone).rejects.toThrow('the deed fails');
    expect(await held(one.id)).toEqual([]);
    expect(await query("MATCH (s:AuditSubject {id: 'Dataset:undone'}) RETURN s")).toEqual([]);
  });

  it('cannot be written twice under one id', async () => {
    const one = deed({ subject: 'Dataset:once' });
    await house.graph.write(WORK, (tx) => recordDeed(tx, one));
    await expect(house.graph.write(WORK, (tx) => recordDeed(tx, one))).rejects.toThrow('already exists');
  });

  it('may be about nothing that is there, and about nothing at all', async () => {
    await record({ subject: 'Load:gone' });
    const none = deed({ subjects: [] });
    await house.graph.write(WORK, (tx) => recordDeed(tx, none));
    expect(await held(none.id)).toHaveLength(1);
  });
});

describe('records about one subject', () => {
  it('name each other one after another, also when a hundred deeds are done at once', async () => {
    const subjects = ['Dataset:hot', 'Dataset:warm'].map((id) => ({ id, before: null, after: null }));
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => record({ subjects: i % 2 === 0 ? subjects : subjects.toReversed() })),
    );
    const rows = await query(
      "MATCH (r:AuditRecord)-[:CONCERNS]->(s:AuditSubject {id: 'Dataset:hot'}) RETURN r.content AS content, r.digest AS digest, s.last AS last",
    );
    const previous = new Map(
      rows.map(({ content, digest }) => [
        readContent(String(content))!.subjects.find(({ id }) => id === 'Dataset:hot')!.previous,
        String(digest),
      ]),
    );
    let length = 0;
    let digest: string | undefined;
    for (let next = previous.get(null); next !== undefined; next = previous.get(next)) {
      digest = next;
      length++;
    }
    expect([rows.length, length, digest]).toEqual([100, 100, rows[0]!['last']]);
  });

  it('do not make deeds about other subjects wait', async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const slow = house.graph.write(WORK, async (tx) => {
      await recordDeed(tx, deed({ subject: 'Dataset:slow' }));
      await held;
    });
    await record({ subject: 'Dataset:fast' });
    release();
    await slow;
  });
});
