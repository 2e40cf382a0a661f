import { beforeAll, describe, expect, it } from 'vitest';
import { momentOf, formatMoment } from '../../src/calendar/moment.ts';
import type { House } from '../../src/house/house.ts';
import { impactOf } from '../../src/lineage/impact.service.ts';
import { lineageOf } from '../../src/lineage/lineage.service.ts';
import { pathsBetween } from '../../src/lineage/paths.service.ts';
import { expected, loadCity } from '../stage/city.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

const moment = (text: string | undefined) => (text === undefined ? null : momentOf(text));

describe('lineage of the demo city', () => {
  it.each(expected.lineage)('$id $question.of $question.direction', async ({ question, answer }) => {
    const asked = lineageOf(house.desk(local), {
      of: question.of,
      direction: question.direction,
      depth: question.depth,
      grain: question.grain ?? 'ASSET',
      kinds: question.kinds ?? null,
      maxVertices: 500,
      asOf: moment(question.asOf),
      knownAt: moment(question.knownAt),
    });
    if (answer.error !== undefined) {
      await expect(asked).rejects.toMatchObject({ code: answer.error });
      return;
    }
    const lineage = await asked;
    const byOrganization = question.grain === 'ORGANIZATION';
    const vertices = lineage.vertices.map((v) => ({
      id: v.id,
      up: v.upstreamDistance,
      down: v.downstreamDistance,
      ...(byOrganization ? {} : { upstreamCount: v.upstreamCount, downstreamCount: v.downstreamCount }),
    }));
    const edges = lineage.edges.map((e) =>
      byOrganization ? [e.from, e.to] : [e.from, e.to, e.kind, e.assertedBy, formatMoment(e.validFrom)],
    );
    expect(lineage.start).toBe(answer.start);
    expect(sorted(vertices)).toEqual(sorted(answer.vertices));
    expect(sorted(edges)).toEqual(sorted(answer.edges));
    expect(lineage.complete).toBe(answer.complete);
    if (answer.cuts !== undefined) expect(sorted(lineage.cuts)).toEqual(sorted(answer.cuts));
    if (answer.cycles !== undefined) expect(sorted(lineage.cycles)).toEqual(sorted(answer.cycles));
  });

  it.each(expected.paths)('paths $question.from → $question.to', async ({ question, answer }) => {
    const proof = await pathsBetween(house.desk(local), {
      from: question.from,
      to: question.to,
      k: question.k ?? 3,
      asOf: moment(question.asOf),
      knownAt: moment(question.knownAt),
    });
    expect(proof.outcome).toBe(answer.outcome);
    expect(proof.paths.map(({ length }) => length)).toEqual(answer.lengths);
    for (const path of proof.paths) {
      const ids = path.vertices.map(({ id }) => id);
      expect(answer.paths).toContainEqual(ids);
      for (const [i, id] of ids.slice(1).entries())
        expect(path.edges.some(({ from, to }) => from === ids[i] && to === id)).toBe(true);
    }
    expect(new Set(proof.paths.map(({ vertices }) => vertices.map(({ id }) => id).join())).size).toBe(proof.paths.length);
  });

  it.each(expected.impact)('impact of $of', async ({ of, answer }) => {
    const impact = await impactOf(house.desk(local), of, {});
    expect(impact.total).toBe(answer.total);
    expect(Object.fromEntries(impact.byKind.map(({ kind, count }) => [kind, count]))).toEqual(answer.byKind);
    const organizations = impact.organizations.map(({ organization, count }) => [organization, count]);
    expect(Object.fromEntries(organizations)).toEqual(answer.organizations);
  });
});

function sorted(list: readonly unknown[]): unknown[] {
  return list.map((member) => JSON.stringify(canonical(member))).sort();
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
