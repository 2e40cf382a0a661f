import { chance } from './chance.ts';
import type { Arrow } from './regions.ts';
import { ABOUT, bodyName, DOMAINS, ELEMENTS, title } from './words.ts';

/** One line of a bundle. */
export type Line = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse('2023-01-01T00:00:00Z');
const DAYS = 1_000;
const SHARES = ['UNCONDITIONAL', 'UNCONDITIONAL', 'CONDITIONAL', 'CONDITIONAL', 'NONE'] as const;
const CYCLES = ['REALTIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'IRREGULAR'] as const;
const TRANSFORMS = ['COPY', 'COPY', 'FILTER', 'FORMAT', 'JOIN', 'STATISTICS', 'DEIDENTIFY'] as const;
/** One dataset in so many has its items written down; of ordinary flows so many have ended. */
const DOCUMENTED = 10;
const ENDED = 50;

/** What stands before any asset: the place, the standard data elements. */
export function* grounds(): Generator<Line> {
  yield { record: 'jurisdiction', key: '530100', name: '昆明市', kind: 'CITY', gbCode: '530100', partOf: 'CN' };
  yield { record: 'jurisdiction', key: 'CN', name: '中华人民共和国', kind: 'NATION' };
  for (const { key, name } of ELEMENTS) yield { record: 'element', key, name, dataType: 'C' };
}

/** The bodies that answer for assets. */
export function* organizations(count: number): Generator<Line> {
  for (let i = 0; i < count; i++) {
    const { name, kind } = bodyName(chance(i + 1), i);
    yield { record: 'organization', key: `org-${i}`, name, kind, jurisdiction: '530100' };
  }
}

/** Ties of control that each body has. */
const TIES = 4;
/** Bodies whose ties lie among themselves. */
const GROUP = 200;

/** Who holds and controls whom: each body is held by others of its group. */
export function* controls(count: number): Generator<Line> {
  for (let i = 0; i < count; i++) {
    const random = chance(i + 77);
    const first = i - (i % GROUP);
    for (let n = 0; n < TIES; n++) {
      const other = first + random.below(Math.min(GROUP, count - first));
      if (other === i) continue;
      const kind = random.of([
        'HOLDS',
        'HOLDS',
        'HOLDS',
        'HOLDS',
        'HOLDS',
        'HOLDS',
        'CONTROLS',
        'SAME_CONTROLLER',
      ] as const);
      const ratio = kind === 'HOLDS' ? { ratio: (1 + random.below(20)) / 100 } : {};
      yield {
        record: 'control',
        key: `tie-${i}-${n}`,
        from: `org-${other}`,
        to: `org-${i}`,
        kind,
        ...ratio,
        validFrom: '2023-01-01',
      };
    }
  }
}

/** The record of an asset, from its id alone. */
export function assetLine(id: string, bodies: number): Line {
  const hash = hashOf(id);
  const random = chance(hash);
  const [type, key] = split(id);
  const body = bodyOf(id, bodies);
  const name = title(random);
  if (type === 'Collection') return { record: 'collection', key, name: `${name}采集`, organization: body };
  if (type === 'Product') return { record: 'product', key, name: `${name}服务`, developer: body, purpose: 'INDUSTRY' };
  if (type === 'Backflow') {
    const superior = bodyOf(`${id}!`, bodies);
    return { record: 'backflow', key, name: `${name}回流`, system: '省级政务平台', superior, coordinator: body };
  }
  if (type === 'Database') {
    const rest = { kind: 'THEMATIC', domain: random.of(DOMAINS), lead: body, jurisdiction: '530100' };
    return { record: 'database', key, name: `${name}库`, ...rest };
  }
  return {
    record: 'dataset',
    key,
    title: name,
    provider: body,
    code: `3070${String(hash).padStart(10, '0')}/${key.length}`,
    abstract: `${name}，由责任单位在履行职责过程中形成，按周期更新。`,
    jurisdiction: '530100',
    subject: random.of(ABOUT),
    share: random.of(SHARES),
    open: random.of(SHARES),
    cycle: random.of(CYCLES),
    level: 1 + random.below(4),
    ...(isDocumented(id) ? { items: itemsOf(id).map(({ name, key }) => ({ name, element: key })) } : {}),
  };
}

/** The line of the flow number `n` of a city. Ordinary flows may have ended; those of the regions are in force. */
export function flowLine([from, to]: Arrow, n: number, bodies: number): Line {
  const random = chance(n);
  const since = FIRST_DAY + random.below(DAYS) * DAY_MS + (n % 86_400) * 1_000;
  const ended = to.includes(':q-') && from.includes(':q-') && random.below(ENDED) === 0;
  const mapped = isDocumented(from) && isDocumented(to);
  return {
    record: 'flow',
    from,
    to,
    kind: kindOf(from, to),
    transform: random.of(TRANSFORMS),
    ...(mapped ? { items: [0, 1].map((i) => [itemsOf(from)[i]!.name, itemsOf(to)[i]!.name]) } : {}),
    assertedBy: bodyOf(to, bodies),
    validFrom: moment(since),
    ...(ended ? { validTo: moment(since + (30 + random.below(300)) * DAY_MS) } : {}),
    recordedAt: moment(since + DAY_MS),
  };
}

function kindOf(from: string, to: string): string {
  const [source] = split(from);
  const [target] = split(to);
  if (source === 'Collection') return 'COLLECTED';
  if (source === 'Backflow') return 'RETURNED';
  if (target === 'Database') return 'AGGREGATED';
  if (target === 'Product') return source === 'Product' ? 'REDEVELOPED' : 'MADE_INTO';
  if (source === 'Product') return 'REINGESTED';
  return source === 'Database' ? 'SUPPLIED' : 'DERIVED';
}

function isDocumented(id: string): boolean {
  return id.startsWith('Dataset:') && hashOf(id) % DOCUMENTED === 0;
}

function itemsOf(id: string) {
  const start = hashOf(id) % ELEMENTS.length;
  return [0, 1, 2, 3, 4, 5].map((i) => ELEMENTS[(start + i * 7) % ELEMENTS.length]!);
}

function bodyOf(id: string, bodies: number): string {
  return `org-${hashOf(id.slice(id.indexOf(':'))) % bodies}`;
}

function split(id: string): [type: string, key: string] {
  const at = id.indexOf(':');
  return [id.slice(0, at), id.slice(at + 1)];
}

/** FNV-1a, mixed once more so that low digits vary. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function moment(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
