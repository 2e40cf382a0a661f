import { describe, expect, it } from 'vitest';
import { run } from './shuyuan.ts';

/** Nothing here reaches a graph: how commands are called, and what the environment says. */
const NO_GRAPH = { NEO4J_URI: '', SHUYUAN_HOME: '/nonexistent/home' };
const COMMANDS = [
  ['start'],
  ['serve'],
  ['load'],
  ['dump'],
  ['verify'],
  ['token'],
  ['account'],
  ['account', 'open'],
  ['account', 'close'],
  ['account', 'list'],
  ['graph'],
  ['graph', 'start'],
  ['graph', 'stop'],
  ['graph', 'status'],
  ['graph', 'reset'],
];

describe('help', () => {
  it.each([[[]], ...COMMANDS.map((words) => [words])])('of shuyuan %j is in Chinese and English', async (words) => {
    const { exit, out, err } = await run([...words, '--help'], NO_GRAPH);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toMatch(/[\u4e00-\u9fff]/);
    expect(out).toMatch(/Usage: shuyuan/);
    if (words.length < 2)
      expect(out).toMatch(/0 完成 done, 1 被拒绝 refused, 2 无法完成 could not, 64 用法错误 badly called/);
  });
});

describe('a bad call ends with 64, on standard error', () => {
  it.each([
    [['fly']],
    [['load']],
    [['dump']],
    [['dump', 'a', 'b']],
    [['load', 'x', '--fast']],
    [['graph', 'fly']],
    [['token']],
    [['account']],
    [['account', 'open', '--role', 'ADMIN', '--subject', 'x']],
    [['account', 'close', '--issuer', 'x']],
    [[]],
  ])('shuyuan %j', async (words) => {
    const { exit, out, err } = await run(words, NO_GRAPH);
    expect([exit, out]).toEqual([64, '']);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });
});

describe('a bad environment is refused with 1, in one plain message that names the variable', () => {
  it.each([
    ['PORT', { PORT: 'four' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['SHUYUAN_TODAY', { SHUYUAN_TODAY: 'tomorrow' }],
    ['SHUYUAN_TODAY', { SHUYUAN_TODAY: '2026-02-30' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { HOST: '192.168.1.5' }],
    ['HOST', { HOST: 'example.org' }],
    ['NEO4J_URI', { NEO4J_URI: 'http://localhost:7474' }],
    ['SHUYUAN_AUDIENCE', { SHUYUAN_JWKS_URL: 'https://x.example/jwks', SHUYUAN_ISSUER: 'https://x.example' }],
    ['SHUYUAN_JWKS_URL', { SHUYUAN_ISSUER: 'https://x.example', SHUYUAN_AUDIENCE: 'x' }],
  ] as const)('%s: %j', async (name, more) => {
    const { exit, out, err } = await run(['serve'], { ...NO_GRAPH, ...more });
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain(name);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/[\u4e00-\u9fff].*[A-Za-z]{3}/);
  });
});

describe('an option that is none of what it may be is a bad call, told in one plain message before any graph is asked for', () => {
  it.each([
    ['a token of no role', ['token', '--role', 'KING'], 'KING'],
    ['a token of the public', ['token', '--role', 'PUBLIC'], 'PUBLIC'],
    ['a token of whoever holds the machine', ['token', '--role', 'KEEPER'], 'KEEPER'],
    ['a token for no days', ['token', '--role', 'AUDITOR', '--days', '0'], '--days'],
    ['a token for ever', ['token', '--role', 'AUDITOR', '--days', '9999'], '--days'],
    ['a token for an organization without a key', ['token', '--role', 'CLERK', '--organization', ' '], 'key'],
    ['an account of no role', ['account', 'open', '--role', 'KING', '--issuer', 'i', '--subject', 's'], 'KING'],
    ['an account of nobody', ['account', 'close', '--issuer', 'i', '--subject', ''], 'subject'],
    ['a port that is none', ['serve', '--port', 'four'], '--port'],
    ['a port beyond the last', ['start', '--port', '99999'], '--port'],
  ])('%s', async (_what, words, named) => {
    const { exit, out, err } = await run(words, NO_GRAPH);
    expect([exit, out]).toEqual([64, '']);
    expect(err).toContain(named);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('a token beside a real issuer', () => {
  it('is refused with 1', async () => {
    const issuer = { SHUYUAN_JWKS_URL: 'https://x.example/jwks', SHUYUAN_ISSUER: 'https://x.example' };
    const words = ['token', '--role', 'AUDITOR'];
    const { exit, out, err } = await run(words, { ...NO_GRAPH, ...issuer, SHUYUAN_AUDIENCE: 'x' });
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('SHUYUAN_ISSUER');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('a graph that cannot be had', () => {
  it('ends with 2 and one plain message', async () => {
    const { exit, out, err } = await run(['verify'], { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'x' });
    expect([exit, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });
});
