import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { createFace } from '../../src/server/server.ts';
import { stage } from '../stage/stage.ts';
import { servingOf } from './face.ts';

const house = await stage();
const face = createFace(servingOf(house).serving);
const audits = serverAudits({
  url: 'http://shuyuan/graphql',
  fetchFn: (url: string, options: RequestInit) => face.fetch(url, options),
});

describe('GraphQL over HTTP', () => {
  it('has all its audits', () => {
    expect(audits.length).toBeGreaterThan(50);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? null : result.reason).toBeNull();
  });
});
