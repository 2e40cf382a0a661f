import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { closeAccount, openAccount } from '../../src/access/account.service.ts';
import { viewerOf } from '../../src/access/sign-in.service.ts';
import { clockFrom } from '../../src/calendar/clock.ts';
import { dumpBundle } from '../../src/exchange/bundle/dump.service.ts';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import { countEverything, verifyRegistry } from '../../src/exchange/bundle/verify.service.ts';
import { type House, openHouse } from '../../src/house/house.ts';
import { PUBLIC_VIEWER } from '../../src/identity/viewer.ts';
import { bundles } from '../exchange/lines.ts';
import { as } from '../stage/cast.ts';
import { loadCity } from '../stage/city.ts';
import { query } from '../stage/query.ts';
import { local, stage } from '../stage/stage.ts';

let house: House;
const files = bundles();
beforeAll(async () => {
  house = await stage();
  await loadCity(house);
});

const KUNMING = 'Jurisdiction:530100';
const ZONES = ['KM-GXQ', 'KM-JKQ', 'KM-DJQ', 'KM-YZH', 'KM-YLK'].map((key) => `Jurisdiction:${key}`);
const WUHUA_CIVIL_AFFAIRS = '11530102KMX001017G';
const OPERATOR = '91530100KMX009019B';

/** The same registry on another day. */
function on(day: string): House {
  const clock = clockFrom(day)!;
  return { ...house, clock, desk: (viewer) => ({ ...house.desk(viewer), clock }) };
}

describe('a clerk', () => {
  it('of a district bureau acts in the district, and is of the whole city with its zones', async () => {
    const viewer = await as(house, 'CLERK', { organization: WUHUA_CIVIL_AFFAIRS, person: '某经办' });
    expect(viewer).toMatchObject({
      role: 'CLERK',
      person: '某经办',
      organization: `Organization:${WUHUA_CIVIL_AFFAIRS}`,
      jurisdiction: 'Jurisdiction:530102',
      under: ['Jurisdiction:530102'],
    });
    expect(viewer.city).toHaveLength(20);
    expect(viewer.city).toEqual(expect.arrayContaining([KUNMING, ...ZONES]));
    expect(viewer.city).not.toContain('Jurisdiction:530000');
  });

  it('of a province’s body is of the whole province', async () => {
    const { city } = await as(house, 'CLERK', { organization: '11530000YNX000028A' });
    expect(city).toHaveLength(21);
    expect(city).toContain('Jurisdiction:530000');
  });

  it('of a national body is of the whole nation', async () => {
    const { city } = await as(house, 'CLERK', { organization: '11100000CNX00001XN' });
    expect(city).toHaveLength(22);
  });

  it('who is sent elsewhere acts where his account says, not where his organization sits', async () => {
    const viewer = await as(house, 'CLERK', { organization: WUHUA_CIVIL_AFFAIRS, jurisdiction: '530114' });
    expect(viewer.under).toEqual(['Jurisdiction:530114']);
  });
});

describe('an authority', () => {
  it('of the city has all districts, counties and zones under it', async () => {
    const { under, city, organization } = await as(house, 'AUTHORITY', { jurisdiction: '530100' });
    expect([under.length, organization]).toEqual([20, null]);
    expect([...under].sort()).toEqual([...city].sort());
  });

  it('of a district has no zone under it that is part of the city and only lies there', async () => {
    const { under } = await as(house, 'AUTHORITY', { organization: '11530114KMX001041D' });
    expect(under).toEqual(['Jurisdiction:530114']);
  });

  it('of a district has a zone under it that is part of nothing else and lies wholly there', async () => {
    await loadBundle(house, [
      files.folder({
        'zones.jsonl': [
          { record: 'jurisdiction', key: 'Z-IN', name: '甲园区', kind: 'ZONE', locatedIn: ['530103'] },
          { record: 'jurisdiction', key: 'Z-BOTH', name: '乙园区', kind: 'ZONE', locatedIn: ['530103', '530111'] },
        ],
      }),
    ]);
    const { under } = await as(house, 'AUTHORITY', { jurisdiction: '530103' });
    expect(under).toEqual(['Jurisdiction:530103', 'Jurisdiction:Z-IN']);
    const zone = await as(house, 'AUTHORITY', { jurisdiction: 'Z-BOTH' });
    expect(zone.under).toEqual(['Jurisdiction:Z-BOTH']);
    expect(zone.city).toEqual(expect.arrayContaining([KUNMING, 'Jurisdiction:Z-BOTH', 'Jurisdiction:Z-IN']));
  });
});

describe('an operator', () => {
  it('is covered by its agreements in force, and a party to them and their plans', async () => {
    const { covered, involved } = await as(house, 'OPERATOR', { organization: OPERATOR });
    const scopes = ['Database:DB-XY', 'Dataset:FR01', 'Dataset:FR05', 'Database:DB-DC', 'Dataset:ST01', 'Dataset:CY05'];
    expect([...covered].sort()).toEqual(scopes.sort());
    expect(involved).toEqual(
      expect.arrayContaining([
        'Agreement:AG-1',
        'Agreement:AG-4',
        'Agreement:AG-8',
        'Plan:PL-1',
        'Plan:PL-4',
        'Plan:PL-5',
      ]),
    );
    expect(involved).not.toContain('Agreement:AG-7');
  });

  it.each([
    ['2025-09-14', false],
    ['2025-09-15', true],
    ['2026-07-30', true],
    ['2026-07-31', false],
  ])(
    'is covered from the first day of the term and no longer from the day of termination: on %s %s',
    async (day, covered) => {
      const viewer = await as(on(day), 'OPERATOR', { organization: OPERATOR });
      expect(viewer.covered.includes('Dataset:WL02')).toBe(covered);
    },
  );

  it.each([
    ['2030-02-28', true],
    ['2030-03-01', false],
  ])('is covered on the last day of the term: on %s %s', async (day, covered) => {
    const viewer = await as(on(day), 'OPERATOR', { organization: OPERATOR });
    expect(viewer.covered.includes('Dataset:FR01')).toBe(covered);
  });
});

describe('a developer', () => {
  it('is covered by qualifications that are granted, valid and not refused', async () => {
    expect((await as(house, 'DEVELOPER', { organization: '91530102KMX009166R' })).covered).toEqual(
      expect.arrayContaining(['Product:R04', 'Product:R07', 'Product:R08', 'Product:P02']),
    );
    expect((await as(house, 'DEVELOPER', { organization: '91530111KMX009115J' })).covered).toEqual(['Product:R03']);
    expect((await as(house, 'DEVELOPER', { organization: '91530102KMX00914XY' })).covered).toEqual(['Product:P05']);
  });

  it('is a party to the registrations of its products', async () => {
    const [row] = await query(
      'MATCH (g:Registration)-[:REGISTERS]->(:Product)-[:ANSWERED_FOR_BY]->(o:Organization {id: $id}) RETURN collect(DISTINCT g.id) AS ids',
      { id: `Organization:${OPERATOR}` },
    );
    const { involved } = await as(house, 'OPERATOR', { organization: OPERATOR });
    expect((row!['ids'] as string[]).length).toBeGreaterThan(0);
    expect(involved).toEqual(expect.arrayContaining(row!['ids'] as string[]));
  });
});

describe('a bureau', () => {
  it('is a party to requests for its datasets and to agreements under its plans', async () => {
    const police = await as(house, 'CLERK', { organization: '11530100KMX0000143' });
    expect(police.involved).toEqual(expect.arrayContaining(['Request:REQ-1', 'Request:REQ-3']));
    const tourism = await as(house, 'REVIEWER', { organization: '11530100KMX000188C' });
    expect(tourism.involved).toEqual(expect.arrayContaining(['Agreement:AG-2', 'Agreement:AG-7']));
  });

  it('is covered by what was granted to it, as long as the grant lasts', async () => {
    const statistics = { organization: '11530100KMX000153R' };
    expect((await as(house, 'CLERK', statistics)).covered).toContain('Dataset:RK02');
    expect((await as(on('2027-09-01'), 'CLERK', statistics)).covered).not.toContain('Dataset:RK02');
  });
});

describe('auditor and administrator', () => {
  it.each(['AUDITOR', 'ADMIN'] as const)('%s belongs nowhere', async (role) => {
    expect(await as(house, role)).toMatchObject({
      role,
      organization: null,
      jurisdiction: null,
      city: [],
      covered: [],
    });
  });
});

describe('an account', () => {
  const somebody = (subject: string) => ({ issuer: 'urn:test', subject });
  const none = { person: null, organization: null, jurisdiction: null };

  it.each([
    ['whose organization is not there', { role: 'CLERK', organization: 'Organization:none' }, ['NOT_FOUND']],
    ['whose jurisdiction is not there', { role: 'AUTHORITY', jurisdiction: 'Jurisdiction:none' }, ['NOT_FOUND']],
    ['of a clerk of nobody', { role: 'CLERK' }, ['MISSING_FIELD']],
    ['of an authority of nowhere', { role: 'AUTHORITY' }, ['MISSING_FIELD']],
  ] as const)('%s is not opened', async (_what, wanted, codes) => {
    const { done, refusals } = await openAccount(house.desk(local), { ...somebody('nobody'), ...none, ...wanted });
    expect([done, refusals.map(({ code }) => code)]).toEqual([null, codes]);
    await expect(viewerOf(house.desk(PUBLIC_VIEWER), somebody('nobody'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await query("MATCH (a:Account {subject: 'nobody'}) RETURN a.id AS id")).toEqual([]);
  });

  it('is one for a subject of an issuer, though many open it at once', async () => {
    const open = () => openAccount(house.desk(local), { ...somebody('one'), ...none, role: 'AUDITOR' });
    const opened = await Promise.all(Array.from({ length: 8 }, open));
    expect(opened.filter(({ done }) => done === 'OPENED')).toHaveLength(1);
    expect(await query("MATCH (a:Account {subject: 'one'}) RETURN count(a) AS count")).toEqual([{ count: 1 }]);
  });

  it('keeps its role until it is closed', async () => {
    const riser = { ...somebody('riser'), ...none };
    await openAccount(house.desk(local), { ...riser, role: 'AUDITOR' });
    const { done, refusals } = await openAccount(house.desk(local), { ...riser, role: 'ADMIN' });
    expect([done, refusals.map(({ code }) => code)]).toEqual([null, ['ACCOUNT_EXISTS']]);
    expect(await viewerOf(house.desk(PUBLIC_VIEWER), somebody('riser'))).toMatchObject({ role: 'AUDITOR' });
  });

  it('is opened and closed by administrators and whoever holds the machine, by nobody else', async () => {
    const wanted = { ...somebody('guest'), ...none, role: 'AUDITOR' } as const;
    for (const role of ['AUDITOR', 'PUBLIC'] as const) {
      const desk = house.desk(await as(house, role));
      await expect(openAccount(desk, wanted)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(closeAccount(desk, somebody('one'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await openAccount(house.desk(await as(house, 'ADMIN')), wanted)).done).toBe('OPENED');
  });

  it('leaves a record of its opening and closing that names no person', async () => {
    await openAccount(house.desk(local), { ...somebody('noted'), ...none, person: '某某某', role: 'AUDITOR' });
    await closeAccount(house.desk(local), somebody('noted'));
    const records = await query(
      'MATCH (r:AuditRecord) WHERE r.content CONTAINS \'"noted"\' RETURN r.act AS act, r.content AS content ORDER BY r.at',
    );
    expect(records.map(({ act }) => act)).toEqual(['account:open', 'account:close']);
    expect(records.map(({ content }) => content).join()).not.toContain('某某某');
  });

  it('whose organization is gone is FORBIDDEN, with a plain message', async () => {
    const homeless = somebody('homeless');
    const organization = `Organization:${OPERATOR}`;
    await openAccount(house.desk(local), { ...homeless, ...none, role: 'CLERK', organization });
    await query("MATCH (a:Account {subject: 'homeless'}) SET a.organization = 'Organization:gone'");
    await expect(viewerOf(house.desk(PUBLIC_VIEWER), homeless)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('not in the registry'),
    });
  });

  it('is no record: not counted, not dumped outside the audit of deeds, and verify has nothing to say of it', async () => {
    const folder = join(files.root, 'dump');
    const { records } = await dumpBundle(house.graph, folder);
    expect(records).toBe(await countEverything(house.graph));
    const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile() && !file.parentPath.endsWith('audit'),
    );
    const text = written.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('');
    expect(text).not.toMatch(/urn:test|account/i);
    expect((await verifyRegistry(house.graph)).wrong).toBeNull();
  });

  it('stays when a load is taken back', async () => {
    const before = await query('MATCH (a:Account) RETURN count(a) AS count');
    await query(
      "MATCH (r:Registry) SET r.loading = 'broken' CREATE (:Load {id: 'broken', owner: 'gone:0', state: 'WRITING', openedAt: 0, beatAt: 0})",
    );
    await openHouse(house.graph, house.clock);
    expect(await query("MATCH (l:Load {id: 'broken'}) RETURN l.state AS state")).toEqual([{ state: 'UNDONE' }]);
    expect(await query('MATCH (a:Account) RETURN count(a) AS count')).toEqual(before);
  });
});
