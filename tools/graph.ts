import { globSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { recordKinds } from '../src/exchange/bundle/kinds.ts';
import type { RecordKind } from '../src/record/kind.ts';
import type { Generated } from './statements.ts';
import { termOf } from './vocabulary.ts';

/** A label or relationship type that no kind of record declares, with the room that owns it. */
interface Bone {
  readonly name: string;
  readonly chinese: string;
  readonly room: string;
  readonly holds: string;
}

/** Labels beside those of the kinds of records. */
export const LABELS: readonly Bone[] = [
  {
    name: 'Record',
    chinese: '记录',
    room: 'record',
    holds:
      'every record: `id`, `key`, `content`, `digest`, `recordedAt`, `retiredAt`, `load`, `deed` (where a dump brought it); for sight `sight`, `owner`, `place`',
  },
  {
    name: 'Version',
    chinese: '历史版本',
    room: 'record',
    holds: 'what a record said before: `content`, `digest`, `from`, `to`, `load`, `endedBy`',
  },
  {
    name: 'Asset',
    chinese: '数据资产',
    room: 'lineage',
    holds:
      'every record that data flows through: `id`, `name`, `declaredLevel`; `computedLevel`, which the last run of the rules left',
  },
  {
    name: 'Item',
    chinese: '信息项',
    room: 'lineage',
    holds: 'a data item of an asset: `id`, `asset`, `name`, `foldedName`, `code`, `at`, `current`, `load`',
  },
  {
    name: 'Registry',
    chinese: '登记库',
    room: 'graph',
    holds: 'one node: `name`, `lock`, `generation`, `loading`, `recordedUpTo`, `sweptAt`',
  },
  {
    name: 'Delta',
    chinese: '变动范围',
    room: 'graph',
    holds: 'what the change touched that began a generation: `generation`, `records`, `from`, `to`; the last thousand',
  },
  {
    name: 'Migration',
    chinese: '迁移',
    room: 'graph',
    holds: 'a migration that was applied: `number`, `name`, `checksum`, `appliedAt`',
  },
  {
    name: 'Answer',
    chinese: '首次答复',
    room: 'access',
    holds: 'the first answer to a request that may come twice: `key`, `command`, `answer`, `at`',
  },
  {
    name: 'Load',
    chinese: '装载',
    room: 'exchange',
    holds: 'a load: `id`, `owner`, `files`, `state`, `openedAt`, `beatAt`, `closedAt`, `counts`',
  },
  {
    name: 'TitleShelf',
    chinese: '标题向量书架',
    room: 'collection',
    holds:
      'titles of one class of sight in one place as vectors of one model, with a vector index of its own: `name`, `model`, `dimension`, `sight`, `place`',
  },
  {
    name: 'TitleVector',
    chinese: '标题向量',
    room: 'collection',
    holds: 'a title as a vector: `dataset`, `title`, `shelf`, `vector`; its second label is the name of its shelf',
  },
  {
    name: 'LoadPart',
    chinese: '所写清单',
    room: 'exchange',
    holds: 'what a batch of a load wrote, to be compared with what stands: `at`, `lines`',
  },
  {
    name: 'AuditRecord',
    chinese: '审计记录',
    room: 'audit',
    holds:
      'the record of a deed: `id`, `content`, `digest` (its leaf in the tree), `at`, `act`, `actor`, `request`; `sealed`, its place in the log, once it has one',
  },
  {
    name: 'Unsealed',
    chinese: '待封存',
    room: 'audit',
    holds:
      'marks the audit records that no head covers yet: `id`, `content`, `digest`, `at`, `act`, `actor`, `request`',
  },
  {
    name: 'AuditSubject',
    chinese: '审计对象',
    room: 'audit',
    holds: 'what audit records are about, also after it is gone: `id`, `last` (digest of the last record), `lock`',
  },
  {
    name: 'AuditLog',
    chinese: '审计日志',
    room: 'audit',
    holds:
      'one node: `name`, `id` (random), `size` (how many records are sealed), `head` (digest of the last head), `lock`',
  },
  {
    name: 'AuditTile',
    chinese: '哈希分块',
    room: 'audit',
    holds: 'up to 256 hashes of the tree: `level`, `at`, `hashes`; level 0 holds the digests of the records',
  },
  {
    name: 'AuditHead',
    chinese: '树头',
    room: 'audit',
    holds: 'a signed head of the tree: `size`, `jws`',
  },
  {
    name: 'Finding',
    chinese: '合规问题',
    room: 'compliance',
    holds:
      'what breaks a rule: `id`, `rank`, `rule`, `subject`, `object`, `severity`, `state`, `since`, `seenSince`, `firstSeenAt`, `lastSeenAt`, `evidence`, `message`, `cure`, `details`, `owner`, `place`, `digest`, `reason`, `decidedBy`, `decidedAt`, `acceptedUntil`',
  },
  {
    name: 'Rule',
    chinese: '规则',
    room: 'compliance',
    holds: 'what a rule looked at and found last: `code`, `population`, `violations`, `reviews`',
  },
  {
    name: 'Evaluation',
    chinese: '合规核算',
    room: 'compliance',
    holds: 'one node, the last run of all rules: `name`, `at`, `upTo`, `took`, `generation`, `policy`, `writing`',
  },
  {
    name: 'Account',
    chinese: '账号',
    room: 'access',
    holds:
      'who may sign in, no record and in no bundle: `id`, `issuer`, `subject`, `person`, `role`, `organization`, `jurisdiction`, `openedAt`, `closedAt`',
  },
];

/** Relationship types beside those by which records name others. */
export const TYPES: readonly (Bone & { readonly ends: string })[] = [
  {
    name: 'FLOWS_TO',
    chinese: '数据流',
    room: 'lineage',
    ends: 'Asset → Asset, Item → Item',
    holds:
      'one assertion that data flows, in force or to come: `key`, `digest`, `kind`, `transform`, `assertedBy`, `evidence`, `activity`, `items`, `validFrom`, `validTo`, `recordedAt`, `retiredAt`, `load`, `deed`, `endedBy`',
  },
  {
    name: 'FLOWED_TO',
    chinese: '已归档的数据流',
    room: 'lineage',
    ends: 'Asset → Asset, Item → Item',
    holds: 'the same, ended or retired before the last sweep; only questions about the past walk it',
  },
  { name: 'ITEM_OF', chinese: '所属资产', room: 'lineage', ends: 'Item → Asset', holds: '' },
  { name: 'REALISES', chinese: '对应数据元', room: 'lineage', ends: 'Item → Element', holds: '' },
  { name: 'WAS', chinese: '曾为', room: 'record', ends: 'Record → Version', holds: '' },
  { name: 'WROTE', chinese: '所写', room: 'exchange', ends: 'Load → LoadPart', holds: '' },
  { name: 'CONCERNS', chinese: '关于', room: 'audit', ends: 'AuditRecord → AuditSubject', holds: '' },
];

/** Relationship types of the kinds of records: who declares each, and what it joins. */
export function namedTypes(): { type: string; rooms: string[]; ends: string[] }[] {
  const declared = recordKinds.flatMap((kind) =>
    kind.references.flatMap(({ as, to, path }) =>
      as === undefined ? [] : [{ as, room: roomOf(kind), end: `${kind.type}.${path.join('.')} → ${to.join(' or ')}` }],
    ),
  );
  return [...Map.groupBy(declared, ({ as }) => as)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, all]) => ({
      type,
      rooms: [...new Set(all.map(({ room }) => room))],
      ends: all.map(({ end }) => end),
    }));
}

/** What stands in the graph, from the declarations of the kinds of records. */
export function generateGraph(): Generated[] {
  const text = [
    '# What stands in the graph 图模型',
    '',
    '<!-- Generated from the kinds of records in src by npm run generate. Do not edit. -->',
    '',
    'Each kind of record is declared once, in its own room: the fields of its content, the records it names, and the',
    'relationships that follow. A record is one node with the labels `Record` and its type, and `Asset` where data flows',
    'through it; its content stands whole in `content`, what queries ask for stands beside it as properties. Dates of',
    'the registry itself are epoch milliseconds.',
    '',
    '## Labels 标签',
    '',
    '| label | 中文 | room | what it holds |',
    '|---|---|---|---|',
    ...LABELS.map(({ name, chinese, room, holds }) => `| \`${name}\` | ${chinese} | ${room} | ${holds} |`),
    ...recordKinds.map(
      (kind) =>
        `| \`${kind.type}\`${kind.asset === undefined ? '' : ' `Asset`'} | ${chineseOf(kind)} | ${roomOf(kind)} | ${properties(kind)} |`,
    ),
    '',
    '## Relationships of lineage and history 血缘与历史关系',
    '',
    '| type | 中文 | room | from → to | what it holds |',
    '|---|---|---|---|---|',
    ...TYPES.map(
      ({ name, chinese, room, ends, holds }) => `| \`${name}\` | ${chinese} | ${room} | ${ends} | ${holds} |`,
    ),
    '',
    '## Relationships by which records name others 引用关系',
    '',
    'Written with the record that names; each carries `at`, the place in the list of names. A replacement redraws them.',
    '',
    '| type | field → record | rooms that write it |',
    '|---|---|---|',
    ...namedTypes().map(
      ({ type, rooms, ends }) =>
        `| \`${type}\` | ${ends.map((end) => `\`${end.replace(' → ', '` → ')}`).join('<br>')} | ${rooms.join(', ')} |`,
    ),
    '',
  ];
  return [{ path: 'docs/graph.md', content: text.join('\n') }];
}

/** The file that declares a kind of record. */
function fileOf({ kind }: RecordKind): string {
  const name = kind.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  const [file] = globSync(`src/*/${name}.ts`);
  if (file === undefined) throw new Error(`no file declares the kind of record ${kind}`);
  return file.replaceAll('\\', '/');
}

function roomOf(kind: RecordKind): string {
  return fileOf(kind).split('/')[1]!;
}

/** The Chinese word in the comment of the kind's type. */
export function chineseOf(kind: RecordKind): string {
  const comment = new RegExp(`/\\*\\* ([^\\n]*) \\*/\\nexport type ${kind.type} =`).exec(
    readFileSync(fileOf(kind), 'utf8'),
  );
  const term = termOf(kind.type, comment?.[1] ?? '')[0];
  if (term === undefined) throw new Error(`${fileOf(kind)}: the comment of ${kind.type} has no Chinese word`);
  return term.chinese;
}

/** Fields of the content that stand as properties, and those that queries have beside them. */
function properties(kind: RecordKind): string {
  const related = new Set(kind.references.map(({ path }) => path[0]));
  const plain = Object.entries(kind.schema.shape)
    .filter(([field, form]) => !related.has(field) && !kind.contentOnly?.includes(field) && isPlain(form as z.ZodType))
    .map(([field]) => `\`${field}\``);
  const extra = kind.extra === undefined ? [] : ['and what search compares'];
  return [...plain, ...extra].join(', ');
}

/** Whether a form gives a text, number, truth or list of texts. */
function isPlain(form: z.ZodType): boolean {
  const {
    type,
    innerType,
    element,
    in: input,
  } = form.def as unknown as Record<string, z.ZodType | undefined> & { type: string };
  if (type === 'optional') return isPlain(innerType!);
  if (type === 'pipe') return isPlain(input!);
  if (type === 'array') return ['string', 'enum'].includes(element!.def.type);
  return ['string', 'number', 'int', 'boolean', 'enum'].includes(type);
}
