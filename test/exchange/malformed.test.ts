import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { House } from '../../src/house/house.ts';
import { stage } from '../stage/stage.ts';
import { wholeRegistry } from './graph.ts';
import { agency, type BundleLine, bundles, city, database, dataset, element, flow, world } from './lines.ts';

const bundle = bundles();
let house: House;
let before: Awaited<ReturnType<typeof wholeRegistry>>;
beforeAll(async () => {
  house = await stage();
  expect((await loadBundle(house, [bundle.of(...world)])).written).toBe(true);
  before = await wholeRegistry(house, bundle.fresh());
});

const nothingWritten = async () => expect(await wholeRegistry(house, bundle.fresh())).toEqual(before);
const control = (more: BundleLine) => ({
  record: 'control',
  key: 'C1',
  from: 'AGENCY',
  to: 'AGENCY',
  kind: 'CONTROLS',
  validFrom: '2024-01-01',
  ...more,
});

/** What is wrong, the line, and the refusal: code, field, value as told. */
const broken: readonly (readonly [string, BundleLine, string, string, string])[] = [
  ['an unknown record', { record: 'datensatz', key: 'X' }, 'UNKNOWN_RECORD', 'record', 'datensatz'],
  ['a record that is no word', { record: 7, key: 'X' }, 'UNKNOWN_RECORD', 'record', '7'],
  ['no record', { key: 'X' }, 'MISSING_FIELD', 'record', ''],
  ['an unknown field', element('X', { titel: '甲' }), 'UNKNOWN_FIELD', 'titel', '甲'],
  [
    'an unknown field of an item',
    dataset('X', [], { items: [{ name: '甲', nam: 1 }] }),
    'UNKNOWN_FIELD',
    'items.0.nam',
    '1',
  ],
  ['an unknown word', dataset('X', [], { share: 'SOMETIMES' }), 'UNKNOWN_WORD', 'share', 'SOMETIMES'],
  [
    'an act that is none',
    dataset('X', [], { events: [{ act: 'EATEN', at: '2024-01-01' }] }),
    'UNKNOWN_WORD',
    'events.0.act',
    'EATEN',
  ],
  [
    'an unknown way of working',
    flow('Dataset:A', 'Dataset:B', { items: [['名称', '名称', 'MAGIC']] }),
    'UNKNOWN_WORD',
    'items.0.2',
    'MAGIC',
  ],
  ['an unknown kind of flow', flow('Dataset:A', 'Dataset:B', { kind: 'FLOWN' }), 'UNKNOWN_WORD', 'kind', 'FLOWN'],
  ['a field that is missing', { record: 'element', key: 'X' }, 'MISSING_FIELD', 'name', ''],
  ['a required field that is null', element('X', { name: null }), 'MISSING_FIELD', 'name', ''],
  [
    'a field of an item that is missing',
    dataset('X', [], { items: [{ code: '1' }] }),
    'MISSING_FIELD',
    'items.0.name',
    '',
  ],
  [
    'a flow without an asserter',
    flow('Dataset:A', 'Dataset:B', { assertedBy: null }),
    'MISSING_FIELD',
    'assertedBy',
    '',
  ],
  ['a number where a text is due', element('X', { name: 5 }), 'WRONG_TYPE', 'name', '5'],
  ['a text where a list is due', dataset('X', [], { keywords: '甲' }), 'WRONG_TYPE', 'keywords', '甲'],
  ['a null in a list', dataset('X', [], { keywords: [null] }), 'WRONG_TYPE', 'keywords.0', 'null'],
  ['a mapping of one name', flow('Dataset:A', 'Dataset:B', { items: [['名称']] }), 'WRONG_TYPE', 'items.0', '["名称"]'],
  ['retired that is no truth', element('X', { retired: 'yes' }), 'WRONG_TYPE', 'retired', 'yes'],
  ['a note that is no text', element('X', { note: 1 }), 'WRONG_TYPE', 'note', '1'],
  ['a level that there is not', dataset('X', [], { level: 7 }), 'OUT_OF_RANGE', 'level', '7'],
  ['a title without text', dataset('X', [], { title: '' }), 'EMPTY', 'title', ''],
  ['no key', { record: 'element', name: '甲' }, 'MISSING_FIELD', 'key', ''],
  ['an empty key', element(' 　'), 'KEY_EMPTY', 'key', ' 　'],
  ['a key of 129 characters', element('长'.repeat(129), { name: '甲' }), 'KEY_TOO_LONG', 'key', `${'长'.repeat(80)}…`],
  ['a control character in a key', element('X\u0007'), 'KEY_CONTROL_CHARACTER', 'key', 'X '],
  ['a key that is a number', { record: 'element', key: 7, name: '甲' }, 'WRONG_TYPE', 'key', '7'],
  ['# in the key of an asset', dataset('X#1'), 'KEY_HASH', 'key', 'X#1'],
  ['a full-width # in the key of an asset', dataset('X＃1'), 'KEY_HASH', 'key', 'X＃1'],
  ['a day that does not exist', dataset('X', [], { updatedOn: '2026-02-30' }), 'BAD_DAY', 'updatedOn', '2026-02-30'],
  [
    'a moment where a day is due',
    dataset('X', [], { updatedOn: '2026-02-03T00:00:00Z' }),
    'BAD_DAY',
    'updatedOn',
    '2026-02-03T00:00:00Z',
  ],
  [
    'a moment without offset',
    flow('Dataset:A', 'Dataset:B', { validFrom: '2024-01-01T00:00:00' }),
    'BAD_MOMENT',
    'validFrom',
    '2024-01-01T00:00:00',
  ],
  [
    'a moment on a day that does not exist',
    element('X', { retiredAt: '2023-02-29T00:00:00Z' }),
    'BAD_MOMENT',
    'retiredAt',
    '2023-02-29T00:00:00Z',
  ],
  ['a share of capital that is missing', control({ kind: 'HOLDS' }), 'MISSING_FIELD', 'ratio', ''],
  ['a share of capital where none is', control({ ratio: 0.5 }), 'RATIO_NOT_HELD', 'ratio', '0.5'],
  ['a share of more than all', control({ kind: 'HOLDS', ratio: 1.5 }), 'OUT_OF_RANGE', 'ratio', '1.5'],
  [
    'a credit code with a wrong last digit',
    agency('X', { uscc: '91350100M000100Y44' }),
    'USCC_CHECK_DIGIT',
    'uscc',
    '91350100M000100Y44',
  ],
  [
    'a credit code of 17 characters',
    agency('X', { uscc: '91350100M000100Y4' }),
    'USCC_FORM',
    'uscc',
    '91350100M000100Y4',
  ],
  ['a division code of five digits', city({ key: 'X', gbCode: '53010' }), 'BAD_GB_CODE', 'gbCode', '53010'],
  ['an item twice', dataset('X', ['名称', '名称']), 'ITEM_REPEATED', 'items.1', '名称'],
  ['an item twice in another width', dataset('X', ['A', 'Ａ']), 'ITEM_REPEATED', 'items.1', 'Ａ'],
  ['a reference to nothing', dataset('X', [], { provider: 'NOBODY' }), 'UNKNOWN_REFERENCE', 'provider', 'NOBODY'],
  [
    'a reference in an item to nothing',
    dataset('X', [], { items: [{ name: '甲', element: 'E9' }] }),
    'UNKNOWN_REFERENCE',
    'items.0.element',
    'E9',
  ],
  ['a flow from nothing', flow('Dataset:NONE', 'Dataset:B'), 'UNKNOWN_REFERENCE', 'from', 'Dataset:NONE'],
  [
    'a flow from what is no asset',
    flow('Organization:AGENCY', 'Dataset:B'),
    'BAD_REFERENCE',
    'from',
    'Organization:AGENCY',
  ],
  ['a flow to a bare key', flow('Dataset:A', 'B'), 'BAD_REFERENCE', 'to', 'B'],
  [
    'a plan over a product',
    { record: 'plan', key: 'X', title: '甲', implementer: 'AGENCY', scope: ['Product:P'] },
    'BAD_REFERENCE',
    'scope.0',
    'Product:P',
  ],
  [
    'a mapped item that is not there',
    flow('Dataset:A', 'Dataset:B', { items: [['名称', '没有']] }),
    'UNKNOWN_ITEM',
    'items.0.1',
    'Dataset:B#没有',
  ],
  ['a flow with a key', flow('Dataset:A', 'Dataset:B', { key: 'F1' }), 'UNKNOWN_FIELD', 'key', 'F1'],
  [
    'a value of a thousand characters',
    dataset('X', [], { share: '长'.repeat(1000) }),
    'UNKNOWN_WORD',
    'share',
    `${'长'.repeat(80)}…`,
  ],
  ['a lone surrogate in a text', element('X', { name: '\ud800' }), 'NOT_UNICODE', 'name', '\ud800'],
  ['a lone surrogate in a key', element('\udc00'), 'NOT_UNICODE', 'key', '\udc00'],
  [
    'a title too long for an index',
    dataset('X', [], { title: '长'.repeat(1501) }),
    'TEXT_TOO_LONG',
    'title',
    `${'长'.repeat(80)}…`,
  ],
];

describe('a line that breaks a rule is refused by file, line, field and value, and nothing is written', () => {
  it.each(broken)('%s', async (_what, line, code, field, value) => {
    const folder = bundle.folder({ 'a.jsonl': [element('FINE')], 'b.jsonl': [element('ALSO'), line] });
    const { written, refused, refusals } = await loadBundle(house, [folder]);
    expect({ written, refused }).toEqual({ written: false, refused: 1 });
    const [first] = refusals;
    expect(first).toMatchObject({ code, field, value, file: join(folder, 'b.jsonl'), line: 2 });
    const [, chinese, english] = /: (\P{ASCII}.*?) ([\x20-\x7e]+?)( «.*»)?$/su.exec(first!.message) ?? [];
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(english).toMatch(/[a-z]/);
    expect(first!.message.startsWith(`${join(folder, 'b.jsonl')}:2`)).toBe(true);
  });

  it('left the registry as it was, all of them', nothingWritten);
});

describe('keys that are given twice', () => {
  it('are refused where the content differs', async () => {
    const folder = bundle.folder({
      'a.jsonl': [element('K', { name: '甲' })],
      'b.jsonl': [element('K', { name: '乙' })],
    });
    const { written, refusals } = await loadBundle(house, [folder]);
    expect(written).toBe(false);
    expect(refusals).toMatchObject([
      { code: 'DUPLICATE_KEY', file: join(folder, 'b.jsonl'), line: 1, field: 'key', value: 'K' },
    ]);
    await nothingWritten();
  });

  it('are the same key in another width', async () => {
    const { refusals } = await loadBundle(house, [
      bundle.of(element('K1', { name: '甲' }), element(' Ｋ１', { name: '乙' })),
    ]);
    expect(refusals).toMatchObject([{ code: 'DUPLICATE_KEY', line: 2 }]);
  });

  it('are no error where all is the same, in any order of fields', async () => {
    const { refused, created, unchanged } = await loadBundle(
      house,
      [
        bundle.of(
          { record: 'element', key: 'K', name: '甲', code: '1' },
          { code: '1', name: '甲', key: 'K', record: 'element' },
        ),
      ],
      { dryRun: true },
    );
    expect({ refused, created, unchanged }).toEqual({ refused: 0, created: 1, unchanged: 1 });
  });

  it('tell a flow that is said twice and differently', async () => {
    const twice = [flow('Dataset:A', 'Dataset:B'), flow('Dataset:A', 'Dataset:B', { evidence: '合同' })];
    expect((await loadBundle(house, [bundle.of(...twice)])).refusals).toMatchObject([
      { code: 'DUPLICATE_KEY', line: 2 },
    ]);
  });
});

describe('secrets', () => {
  const secret = '绝不外传的标题';
  const secrets: readonly (readonly [string, BundleLine])[] = [
    ['a state secret', dataset('S', [], { secrecy: 'STATE', title: secret })],
    ['a work secret', dataset('S', [], { secrecy: 'WORK', title: secret })],
    ['a secret in small letters', dataset('S', [], { secrecy: ' state', title: secret })],
    [
      'a secret with other mistakes',
      dataset(secret.repeat(20), [], { secrecy: 'STATE', share: secret, items: [{ nam: secret }], [secret]: 1 }),
    ],
    ['a secret in a record of an unknown kind', { record: secret, key: secret, secrecy: 'STATE' }],
    ['a secret in a flow', flow('Dataset:A', secret, { secrecy: 'WORK' })],
  ];
  it.each(secrets)('%s is told by file and line alone', async (_what, line) => {
    const folder = bundle.of(element('FINE'), line);
    const report = await loadBundle(house, [folder]);
    expect(report.refusals).toMatchObject([{ code: 'SECRET', line: 2, field: '', value: '' }]);
    expect(JSON.stringify(report)).not.toContain(secret);
  });

  it('are not told where the line is broken or the word is misspelt', async () => {
    const broken = `{"record":"dataset","secrecy":"STATE","title":"${secret}"`;
    const misspelt = JSON.stringify(dataset('S', [], { secrecy: '绝密', title: 5, abstract: [secret] }));
    const report = await loadBundle(house, [bundle.folder({ 'a.jsonl': `${broken}\n[${broken}}]\n${misspelt}\n` })]);
    expect(report.refusals.map(({ code }) => code)).toEqual(['NOT_JSON', 'NOT_OBJECT', 'UNKNOWN_WORD']);
    expect(JSON.stringify(report)).not.toContain(secret);
  });

  it('are told neither with what names them nor with the valid rest', async () => {
    const lines = [dataset('S', [], { secrecy: 'STATE', title: secret }), flow('Dataset:S', 'Dataset:A')];
    const report = await loadBundle(house, [bundle.of(...lines)], { skipInvalid: true, dryRun: true });
    expect(report.refusals.map(({ code }) => code)).toEqual(['SECRET', 'DEPENDS_ON_REFUSED']);
    expect(JSON.stringify(report)).not.toContain(secret);
    await nothingWritten();
  });
});

describe('files', () => {
  const good = `${JSON.stringify(element('FINE'))}\n`;
  const many = Array.from({ length: 3000 }, (_, i) =>
    JSON.stringify(element(`X${i}`, { name: String(Math.sin(i)) })),
  ).join('\n');
  const files: readonly (readonly [string, string, string | Uint8Array, string, number])[] = [
    ['a gzip that ends early', 'a.jsonl.gz', gzipSync(many).subarray(0, 9000), 'BROKEN_GZIP', 0],
    ['an empty gzip', 'a.jsonl.gz', new Uint8Array(), 'BROKEN_GZIP', 1],
    ['a gzip that is none', 'a.jsonl.gz', good, 'BROKEN_GZIP', 1],
    ['a gzip of garbage', 'a.jsonl.gz', gzipSync(Buffer.from([0xff, 0xfe, 0x41, 0x0a])), 'NOT_UTF8', 1],
    [
      'bytes that are no UTF-8',
      'a.jsonl',
      Buffer.concat([Buffer.from(good), Buffer.from([0x22, 0xc3, 0x28, 0x22])]),
      'NOT_UTF8',
      2,
    ],
    ['GB 18030 instead of UTF-8', 'a.jsonl', Buffer.from([0x22, 0xca, 0xfd, 0xbe, 0xdd, 0x22, 0x0a]), 'NOT_UTF8', 1],
    ['a line that is no JSON', 'a.jsonl', `${good}\n{"record":\n`, 'NOT_JSON', 3],
    ['a line that is a list', 'a.jsonl', `${good}[1]\n`, 'NOT_OBJECT', 2],
    ['a line that is null', 'a.jsonl', `null\n${good}`, 'NOT_OBJECT', 1],
    [
      'nesting without end',
      'a.jsonl',
      `{"record":"element","key":"X","name":"甲","aliases":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`,
      'NESTED_TOO_DEEP',
      1,
    ],
    [
      '__proto__ as a field',
      'a.jsonl',
      '{"record":"element","key":"X","__proto__":{"name":"甲"}}\n',
      'UNKNOWN_FIELD',
      1,
    ],
    [
      '__proto__ in an item',
      'a.jsonl',
      '{"record":"dataset","key":"X","title":"甲","provider":"AGENCY","items":[{"name":"甲","__proto__":{"code":"1"}}]}\n',
      'UNKNOWN_FIELD',
      1,
    ],
  ];
  it.each(files)('%s is refused', async (_what, name, content, code, line) => {
    const folder = bundle.folder({ [name]: content });
    const { written, refusals } = await loadBundle(house, [folder]);
    expect(written).toBe(false);
    const refusal = refusals.at(-1)!;
    expect(refusal).toMatchObject({ code, file: join(folder, name) });
    if (line > 0) expect(refusal.line).toBe(line);
    await nothingWritten();
  });

  it.each(['a.jsonl', 'a.jsonl.gz'])('a line of 300 MiB in %s is refused in bounded memory', async (name) => {
    const folder = bundle.folder({});
    mkdirSync(folder, { recursive: true });
    const piece = Buffer.alloc(1 << 20, 0x61);
    const long = Buffer.concat([
      Buffer.from(good),
      ...Array.from({ length: 300 }, () => piece),
      Buffer.from(`\n${good}`),
    ]);
    writeFileSync(join(folder, name), name.endsWith('.gz') ? gzipSync(long, { level: 1 }) : long);
    const start = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - start);
    }, 5);
    const { refusals, refused } = await loadBundle(house, [folder]);
    clearInterval(watch);
    expect(refused).toBe(1);
    expect(refusals).toMatchObject([{ code: 'LINE_TOO_LONG', line: 2 }]);
    expect(most).toBeLessThan(200 << 20);
  });

  it('that are not there are named', async () => {
    await expect(loadBundle(house, [bundle.fresh()])).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(loadBundle(house, [bundle.folder({ 'a.txt': good })])).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const folder = bundle.folder({ 'x.jsonl/inner.txt': good });
    expect((await loadBundle(house, [folder])).refusals).toMatchObject([{ code: 'FILE_UNREADABLE' }]);
  });
});

describe('what is no error', () => {
  it('a key of 128 characters, named with its type, and spaces after the colon', async () => {
    const long = '长'.repeat(128);
    const lines = [dataset(long), flow(`Dataset:${long}`, 'Dataset： A'), flow('Dataset:A', `Dataset: ${long}`)];
    expect(await loadBundle(house, [bundle.of(...lines)], { dryRun: true })).toMatchObject({
      refusals: [],
      created: 3,
    });
  });

  it('a wrong position 17 of a credit code is a warning', async () => {
    const { refused, warnings } = await loadBundle(house, [bundle.of(agency('W', { uscc: '115301000000000012' }))], {
      dryRun: true,
    });
    expect({ refused, codes: warnings.map(({ code }) => code) }).toEqual({ refused: 0, codes: ['USCC_POSITION_17'] });
  });

  it('names of items at databases are free', async () => {
    const lines = [database('DB2'), flow('Dataset:A', 'Database:DB2', { items: [['名称', '随便']] })];
    expect(await loadBundle(house, [bundle.of(...lines)], { dryRun: true })).toMatchObject({
      refusals: [],
      created: 2,
    });
  });
});
