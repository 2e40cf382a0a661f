import type { Day } from '#src/calendar/day.ts';
import type { Policy } from '#src/clock/policy.ts';
import { byCodePoint } from '#src/foundation/text.ts';
import type { Connection } from '#src/organization/connection.ts';
import { redeveloped, redevelopedFrom } from '../agreements.ts';
import { firstDelivery } from '../conventions.ts';
import type { Agreement, Product } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { COMPANY_LAW, type Found, KM, OP27, rule, type Severity } from '../rule.ts';
import type { View } from '../view.ts';
import { distancesTo, shortestWay } from '../walks.ts';

interface Upstream {
  readonly agreement: Agreement;
  /** From the operator's product down to the re-developed one. */
  readonly way: readonly string[];
}

/** VIOLATION from 25 %, REVIEW from 5 % (what was in force on that day); where it could not be fully counted, what the bounds make certain. */
export function severityOf(
  { lower, upper }: Pick<Connection, 'lower' | 'upper'>,
  policy: Policy,
  on: Day,
): Severity | null {
  if (lower >= policy.threshold('CONNECTION_VIOLATION', on)) return 'VIOLATION';
  return upper >= policy.threshold('CONNECTION_REVIEW', on) ? 'REVIEW' : null;
}

/** For each operator whose product, delivered by `on`, lies upstream: the nearest such product, ties to smaller ids. */
function operatorsUpstream(view: View, product: Product, on: Day): Upstream[] {
  const end = `Product:${product.key}`;
  const distances = distancesTo(end, (at) => redevelopedFrom(view, at));
  const next = (at: string): string[] =>
    view
      .everOutOf(at)
      .filter((flow) => flow.kind === 'REDEVELOPED')
      .map((flow) => flow.to);
  const nearest = new Map<string, Upstream & { distance: number }>();
  for (const [id, distance] of distances) {
    if (distance === 0 || !id.startsWith('Product:')) continue;
    const upstream = view.products.get(id.slice('Product:'.length));
    const agreement = upstream?.agreement ? view.agreements.get(upstream.agreement) : undefined;
    const delivered = upstream && firstDelivery(upstream, view.today);
    if (!agreement || delivered == null || delivered > on) continue;
    const known = nearest.get(agreement.operator);
    if (known && (known.distance < distance || (known.distance === distance && byCodePoint(known.way[0]!, id) < 0)))
      continue;
    nearest.set(agreement.operator, { agreement, distance, way: shortestWay(id, distances, next) });
  }
  return [...nearest.values()];
}

/** 第二十三条第二款: neither the operator nor a company connected with it re-develops what it delivered. One finding per product and operator. */
export const r23x6 = rule<{ readonly product: Product }, 'Product'>({
  code: 'R23-6',
  title: { zh: '运营机构不得直接或间接再开发', en: 'Re-development by the operator or its connected companies' },
  citation: `${KM}第二十三条第二款；${OP27}（条文凭记忆，未核原文）；${COMPANY_LAW}第二百六十五条`,
  meaning: {
    zh: '运营机构及其关联企业（直接、间接持股合计 25% 以上）不得再开发自己交付的产品；关联达 25% 的为问题，5% 以上不足 25% 的待复核。比例为政策参数，办法未定。',
    en: 'Neither an operator nor a company connected with it by 25 % re-develops what it delivered; from 5 % it is for review. The percentages are policy parameters, not law.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止该再开发产品，由无关联的主体重新申请。',
    en: 'Withdraw the product; somebody who is not connected may apply anew.',
  },
  roots: ['Product'],
  members: redeveloped,
  check({ product }, view) {
    const delivered = firstDelivery(product, view.today);
    const on = delivered ?? view.today;
    const found: Found[] = [];
    for (const { agreement, way } of operatorsUpstream(view, product, on)) {
      const connection = view.connection(agreement.operator, product.developer, on);
      const severity = severityOf(connection, view.policy, on);
      if (!severity) continue;
      const organizations = connection.path.map((key) => `Organization:${key}`);
      const operator = `Organization:${agreement.operator}`;
      const strength = connection.fullyCounted
        ? `${percent(connection.lower)}`
        : `${percent(connection.lower)}–${percent(connection.upper)}`;
      const [zhCounted, enCounted] = connection.fullyCounted ? ['', ''] : ['（未完全计算）', ' (not fully counted)'];
      found.push({
        subject: `Product:${product.key}`,
        object: operator,
        severity,
        evidence: [
          `Agreement:${agreement.key}`,
          ...way,
          ...(organizations.length > 0 ? organizations : [operator, `Organization:${product.developer}`]),
        ],
        since: delivered,
        details: {
          strength: connection.lower,
          upper: connection.upper,
          fullyCounted: connection.fullyCounted,
          on,
          via: connection.via,
        },
        message: {
          zh: `${nameOf(view, `Product:${product.key}`)}由${nameOf(view, `Organization:${product.developer}`)}再开发，其来源${nameOf(view, way[0]!)}由${nameOf(view, operator)}运营，二者在${on}的关联度为${strength}${zhCounted}。`,
          en: `${nameOf(view, `Product:${product.key}`)} was re-developed by ${nameOf(view, `Organization:${product.developer}`)} from ${nameOf(view, way[0]!)}, operated by ${nameOf(view, operator)}; on ${on} they were connected by ${strength}${enCounted}.`,
        },
      });
    }
    return found;
  },
});

function percent(value: number): string {
  return `${Math.round(value * 10_000) / 100}%`;
}
