import { answersFor, dayOfEvent, latest, momentOfEvent } from '../conventions.ts';
import type { Dataset, Request } from '../facts.ts';
import { nameOf } from '../naming.ts';
import { CN809, type Found, KM, rule } from '../rule.ts';
import type { View } from '../view.ts';
import { wayInForceSince, waysFrom, wayTo } from '../walks.ts';

interface Subject {
  readonly request: Request;
  readonly source: Dataset;
}

const WALKED = /^(Dataset|Collection|Backflow):/;
const SUPPLIED_STATES = new Set(['DELIVERED', 'IN_USE', 'CLOSED']);

/** Where data leaves the requester: each outlet with the shortest way to it. */
function outlets(view: View, { request, source }: Subject): Map<string, string[]> {
  const start = `Dataset:${source.key}`;
  const isOwn = (asset: string): boolean => WALKED.test(asset) && answersFor(view, asset) === request.requester;
  const ways = waysFrom(start, (at) =>
    view
      .flowsOutOf(at)
      .map((flow) => flow.to)
      .filter(isOwn),
  );
  const found = new Map<string, string[]>();
  const note = (outlet: string, way: string[]): void => {
    const known = found.get(outlet);
    if (!known || way.length < known.length) found.set(outlet, way);
  };
  for (const own of ways.keys()) {
    if (own === start) continue;
    const way = wayTo(ways, own);
    if (opens(view, own)) note(own, way);
    for (const flow of view.flowsOutOf(own))
      if (isOutlet(view, flow, request, source)) note(flow.to, [...way, flow.to]);
  }
  return found;
}

function opens(view: View, asset: string): boolean {
  if (!asset.startsWith('Dataset:')) return false;
  const open = view.datasets.get(asset.slice('Dataset:'.length))?.open;
  return open === 'CONDITIONAL' || open === 'UNCONDITIONAL';
}

function isOutlet(view: View, flow: { to: string; kind: string }, request: Request, source: Dataset): boolean {
  if (flow.to.startsWith('Product:')) return true;
  if (!flow.to.startsWith('Dataset:') || flow.kind !== 'SUPPLIED') return false;
  const third = answersFor(view, flow.to);
  return third !== undefined && third !== request.requester && third !== source.provider;
}

/** 第十七条 变相用于其他目的: shared data does not leave the requester by way of what he makes of it. */
export const r17x4 = rule<Subject, 'Request'>({
  code: 'R17-4',
  title: { zh: '变相用于其他目的', en: 'Disguised re-use by path' },
  citation: `${KM}第十七条；${CN809}第二十五条`,
  meaning: {
    zh: '共享来的数据，未经提供部门同意，不应经本单位加工后变成产品、提供给第三方或者对外开放；查到这样的路径，每个出口为一个问题。',
    en: 'Shared data does not, without its provider’s consent, pass through the requester into a product, to a third party, or into the open; each outlet so reached is a finding.',
  },
  severity: 'VIOLATION',
  cure: { zh: '停止对外提供，或者取得提供单位同意。', en: 'Stop passing it on, or get the provider’s consent.' },
  roots: ['Request'],
  *members({ record: request }, view) {
    if (!SUPPLIED_STATES.has(request.state ?? '') || !request.dataset) return;
    const source = view.datasets.get(request.dataset);
    if (!source || source.open === 'UNCONDITIONAL') return;
    const consented = (request.events ?? []).some(
      (event) => event.act === 'REUSE_CONSENTED' && event.by === source.provider && momentOfEvent(event) <= view.now,
    );
    if (!consented) yield { request, source };
  },
  check(subject, view) {
    const found: Found[] = [];
    const id = `Request:${subject.request.key}`;
    const delivered = (subject.request.events ?? []).find((event) => event.act === 'DELIVERED');
    for (const [outlet, way] of outlets(view, subject)) {
      const { requester } = subject.request;
      const isForeign = outlet.startsWith('Dataset:') && answersFor(view, outlet) !== requester;
      const since = wayInForceSince(view, way, ({ to, kind }) => to !== outlet || !isForeign || kind === 'SUPPLIED');
      found.push({
        subject: outlet,
        object: id,
        evidence: [id, ...way],
        since: delivered ? latest(since, dayOfEvent(delivered)) : since,
        message: {
          zh: `${nameOf(view, `Organization:${subject.request.requester}`)}获得的共享数据${nameOf(view, way[0]!)}经加工后进入${nameOf(view, outlet)}，未经提供单位同意。`,
          en: `Shared data ${nameOf(view, way[0]!)} left ${nameOf(view, `Organization:${subject.request.requester}`)} by way of ${nameOf(view, outlet)} without the provider’s consent.`,
        },
      });
    }
    return found;
  },
});
