import { beforeAll, describe, expect, inject, it } from 'vitest';
import { closeAccount, openAccount } from '../../src/access/account.service.ts';
import { viewerOf } from '../../src/access/sign-in.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { saveOrganization } from '../../src/exchange/edit/edit.service.ts';
import { connect } from '../../src/graph/graph.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { as } from '../stage/cast.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';
import { bundleOf, randomWorld } from './worlds.ts';

let house: House;
/** The same registry, held by another process. */
let elsewhere: House;
beforeAll(async () => {
  house = await stage();
  await loadBundle(house, [bundleOf(randomWorld(1, 6))]);
  ({ house: elsewhere } = await openHouse(connect(inject('graph')), house.clock));
  return () => elsewhere.close();
});

const somebody = (subject: string) => ({ issuer: 'urn:test', subject });
const clerkOf = (organization: string) =>
  ({ person: null, role: 'CLERK', organization: `Organization:${organization}`, jurisdiction: null }) as const;
const signIn = (subject: string) => viewerOf(house.desk(PUBLIC_VIEWER), somebody(subject));
const open = (subject: string, organization: string) =>
  openAccount(house.desk(local), { ...somebody(subject), ...clerkOf(organization) });

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const stop = house.graph.listen((name) => sent.push(name));
  await work().finally(stop);
  return sent;
}

/** Changes an organization at the other process, as the authority of its city. */
async function change(key: string, content: object): Promise<void> {
  const [{ version } = {}] = await query('MATCH (o:Organization {id: $id}) RETURN o.digest AS version', {
    id: `Organization:${key}`,
  });
  const authority = await as(elsewhere, 'AUTHORITY', { jurisdiction: 'PA' });
  const { refusals } = await saveOrganization(elsewhere.desk(authority), {
    content: { key, name: '某局', kind: 'AGENCY', ...content },
    basedOn: String(version),
  });
  expect(refusals).toEqual([]);
}

describe('signing in', () => {
  it('reads the account alone while the registry stays the same', async () => {
    await open('steady', 'A1');
    const first = await signIn('steady');
    let second = first;
    const sent = await statementsOf(async () => {
      second = await signIn('steady');
    });
    expect(sent).toEqual(['graph/read-registry', 'access/read-account', 'graph/read-registry']);
    expect(second).toEqual(first);
  });

  it('sees at the next request that another process closed the account, and opened it again for another role', async () => {
    await open('changed', 'A1');
    await signIn('changed');
    await closeAccount(elsewhere.desk(local), somebody('changed'));
    await expect(signIn('changed')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await openAccount(elsewhere.desk(local), { ...somebody('changed'), ...clerkOf('A2'), role: 'REVIEWER' });
    expect(await signIn('changed')).toMatchObject({ role: 'REVIEWER', organization: 'Organization:A2' });
  });

  it('sees at the next request that another process moved the organization', async () => {
    await open('moved', 'D1');
    expect((await signIn('moved')).jurisdiction).toBe('Jurisdiction:PD');
    await change('D1', { jurisdiction: 'PA' });
    const { jurisdiction, under } = await signIn('moved');
    expect([jurisdiction, [...under].sort()]).toEqual(['Jurisdiction:PA', ['Jurisdiction:PA', 'Jurisdiction:PD']]);
  });

  it('is refused from the moment at which the organization is retired, and for nobody else', async () => {
    await open('retired', 'A2');
    await open('other', 'A1');
    await change('A2', { jurisdiction: 'PA', retired: true, retiredAt: '2027-01-01T00:00:00+08:00' });
    expect((await signIn('retired')).role).toBe('CLERK');
    const later = { ...house.desk(PUBLIC_VIEWER), clock: { now: () => Date.parse('2027-01-01T00:00:00+08:00') } };
    await expect(viewerOf(later, somebody('retired'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('is retired'),
    });
    expect((await viewerOf(later, somebody('other'))).role).toBe('CLERK');
    const opening = await openAccount(
      { ...house.desk(local), clock: later.clock },
      { ...somebody('new'), ...clerkOf('A2') },
    );
    expect(opening.refusals.map(({ code }) => code)).toEqual(['RETIRED']);
  });
});
