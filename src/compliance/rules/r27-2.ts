import { addDays, type Day } from '#src/calendar/day.ts';
import { type ProductOfAgreement, withAgreement } from '../agreements.ts';
import { answersFor, coveredUntil, isCovered, lastKnown } from '../conventions.ts';
import type { Agreement } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { type Found, KM, rule } from '../rule.ts';
import type { View } from '../view.ts';
import { type Ways, wayInForceSince, waysFrom, wayTo } from '../walks.ts';

const RESOURCE = /^(Dataset|Database):/;

/** The way up from a product: through the operator's own resources, never through products; what is not his ends it as an input. */
function inputsOf(view: View, product: string, operator: string): { ways: Ways; inputs: string[] } {
  const isOwn = (asset: string): boolean => answersFor(view, asset) === operator;
  const ways = waysFrom(product, (at) => {
    if (at !== product && !isOwn(at)) return [];
    return view
      .flowsInto(at)
      .map((flow) => flow.from)
      .filter((from) => RESOURCE.test(from));
  });
  return { ways, inputs: [...ways.keys()].filter((asset) => asset !== product && !isOwn(asset)) };
}

const ENDS = {
  termTo: { zh: '到期', en: 'ran out' },
  suspendedOn: { zh: '中止', en: 'was suspended' },
  terminatedOn: { zh: '终止', en: 'was terminated' },
};

/** Since when nothing may be taken under an agreement, and how that came; null while it runs. */
function endOf(agreement: Agreement, today: Day): { readonly on: Day; readonly how: keyof typeof ENDS } | null {
  const ends = [
    { how: 'termTo', on: addDays(agreement.termTo, 1) },
    { how: 'suspendedOn', on: agreement.suspendedOn },
    { how: 'terminatedOn', on: agreement.terminatedOn },
  ] as const;
  let first: { readonly on: Day; readonly how: keyof typeof ENDS } | null = null;
  for (const { how, on } of ends)
    if (on != null && on <= today && (first === null || on < first.on)) first = { how, on };
  return first;
}

/** 第二十七条第二款: a product takes nothing from outside the agreement's scope and term. */
export const r27x2 = rule<ProductOfAgreement, 'Product'>({
  code: 'R27-2',
  title: { zh: '超授权范围使用', en: 'Inputs beyond the scope or term' },
  citation: `${KM}第二十七条第二款`,
  meaning: {
    zh: '产品取用的数据应在授权范围和期限之内；每个范围外的来源、每个到期的协议为一个问题。',
    en: 'A product takes what its agreement covers, while it runs; each input outside, and each agreement that ended, is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '停止取用范围外或者期限外的数据，或者依程序变更、续签协议。',
    en: 'Stop taking it, or have the agreement changed or renewed.',
  },
  roots: ['Product'],
  members: ({ record }, view) => withAgreement(record, view),
  check({ product, agreement }, view) {
    const [id, signed] = [`Product:${product.key}`, `Agreement:${agreement.key}`];
    const { ways, inputs } = inputsOf(view, id, agreement.operator);
    const scope = new Set(agreement.scope);
    const takenSince = (way: readonly string[]): Day | null => wayInForceSince(view, way.toReversed());
    const found: Found[] = inputs
      .filter((input) => !isCovered(view, scope, input))
      .map((input) => ({ input, way: wayTo(ways, input) }))
      .map(({ input, way }) => ({
        subject: id,
        object: input,
        evidence: [signed, ...way],
        since: lastKnown(takenSince(way), coveredUntil(view, scope, input)),
        details: { why: 'scope' },
        message: {
          zh: `${nameOf(view, id)}使用了授权范围外的${nameOf(view, input)}。`,
          en: `${nameOf(view, id)} uses ${nameOf(view, input)}, which is outside the scope of its agreement.`,
        },
      }));
    const ended = endOf(agreement, view.today);
    if (inputs.length > 0 && ended !== null)
      found.push({
        subject: id,
        object: 'TERM',
        evidence: [signed, id],
        since: lastKnown(ended.on, inputs.map((input) => takenSince(wayTo(ways, input)) ?? ended.on).sort()[0]),
        details: { why: 'term' },
        message: {
          zh: `协议${agreement.key}自${ended.on}起已${ENDS[ended.how].zh}，${nameOf(view, id)}仍在使用数据。`,
          en: `Agreement ${agreement.key} ${ENDS[ended.how].en} as of ${ended.on}, yet ${nameOf(view, id)} still uses data.`,
        },
      });
    return found;
  },
});
