import type { Day } from '#src/calendar/day.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import { delivered as deliveredOnes } from '../agreements.ts';
import { latest } from '../conventions.ts';
import type { Flow, Product } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { KM, rule } from '../rule.ts';
import { distancesTo, shortestWay, wayInForceSince } from '../walks.ts';

const RAW = new Set(['COPY', 'FILTER', 'RENAME', 'FORMAT']);
const RAW_KINDS = new Set(['AGGREGATED', 'SUPPLIED']);

/** Raw 原始数据: passed on without change of content; without a stated transform only aggregation and supply count as copies. */
export function isRaw(flow: Flow): boolean {
  return flow.transform == null ? RAW_KINDS.has(flow.kind) : RAW.has(flow.transform);
}

/** 第二十七条第一款: raw public data that is not openly published does not go to market. */
export const r27x1 = rule<{ readonly product: Product; readonly delivered: Day }, 'Product'>({
  code: 'R27-1',
  title: { zh: '原始公共数据资源不得直接进入市场', en: 'Raw data to market' },
  citation: `${KM}第二十七条第一款`,
  meaning: {
    zh: '未无条件开放的数据，不得未经加工就进入产品；查到这样的路径，为问题。',
    en: 'Data that is not openly published does not reach a product raw; a path that shows it is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止提供原始数据，改以加工形成的产品提供。',
    en: 'Stop delivering raw data; deliver what is made of it.',
  },
  roots: ['Product'],
  members: deliveredOnes,
  check({ product, delivered }, view) {
    const id = `Product:${product.key}`;
    const distances = distancesTo(id, (at) =>
      view
        .flowsInto(at)
        .filter(isRaw)
        .map((flow) => flow.from),
    );
    let nearest: string | null = null;
    for (const [asset, distance] of distances) {
      if (distance === 0 || !asset.startsWith('Dataset:')) continue;
      const dataset = view.datasets.get(asset.slice('Dataset:'.length));
      if (!dataset || dataset.open === 'UNCONDITIONAL' || dataset.provider === product.developer) continue;
      const known = nearest === null ? Number.POSITIVE_INFINITY : distances.get(nearest)!;
      if (distance < known || (distance === known && byCodePoint(asset, nearest!) < 0)) nearest = asset;
    }
    if (nearest === null) return [];
    const way = shortestWay(nearest, distances, (at) =>
      view
        .flowsOutOf(at)
        .filter(isRaw)
        .map((flow) => flow.to),
    );
    return [
      {
        subject: id,
        evidence: way,
        since: latest(delivered, wayInForceSince(view, way, isRaw)),
        message: {
          zh: `未无条件开放的${nameOf(view, nearest)}未经加工即进入产品${nameOf(view, id)}。`,
          en: `${nameOf(view, nearest)}, which is not openly published, reaches the product ${nameOf(view, id)} raw.`,
        },
      },
    ];
  },
});
