import { describe, expect, it } from 'vitest';
import { type AgencyBody, readBody, relateOrganizations } from '../../src/collection/agency-body.ts';
import { agencyPairs } from '../../src/collection/agency-pairs.ts';
import { AGENCY_WORDS, agencySubstanceOf, turned } from '../../src/collection/agency-verdict.ts';
import { type AgencySide, decideAgencies, type JudgeAgencies } from '../../src/collection/judge-agencies.ts';
import { OneBody } from '../../src/collection/one-body.ts';
import { resolveName } from '../../src/collection/resolve-agency.ts';
import { lexicon } from './matching-data.ts';

/** 昆明市 has a county-level city 安宁市, so that 市… alone may be either's. */
const place = (name: string, code: string | null, outerCode: string | null = null) => ({
  jurisdiction: `Jurisdiction:${code ?? name}`,
  place: { name, code, outerCode },
});
const CITY = place('昆明市', '530100');
const WUHUA = place('五华区', '530102', '530100');
/** A portal’s place, known by its name, also where it lies in the city itself. */
const PORTAL = place('昆明市', null, '530100');
let count = 0;
const body = (name: string, more: Partial<AgencyBody> = {}) =>
  readBody(lexicon, {
    id: `Organization:${String(++count).padStart(3, '0')}`,
    name,
    aliases: [],
    uscc: null,
    ...CITY,
    parent: null,
    succeededBy: null,
    ...more,
  });
const relate = (a: ReturnType<typeof body>, b: ReturnType<typeof body>) => {
  const { relation, confidence } = relateOrganizations(lexicon, a, b);
  return `${relation} ${confidence}`;
};

describe('two registered organizations', () => {
  it('are related by what is on record before any name', () => {
    const old = body('昆明市一局', { succeededBy: 'Organization:N' });
    const heir = body('昆明市二局', { id: 'Organization:N' });
    expect(relate(old, heir)).toBe('SUCCESSOR CERTAIN');
    expect(relate(heir, old)).toBe('PREDECESSOR CERTAIN');
    const part = body('昆明市三局', { parent: 'Organization:N' });
    expect(relate(heir, part)).toBe('SUBORDINATE CERTAIN');
    expect(relate(part, heir)).toBe('SUPERIOR CERTAIN');
  });

  it('are one by their code, whatever they are called, and two by different codes', () => {
    const uscc = '11530100KMX000049M';
    expect(relate(body('甲局', { uscc }), body('乙局', { uscc }))).toBe('SAME CERTAIN');
    expect(relate(body('昆明市卫健委', { uscc }), body('昆明市卫生健康委员会'))).toBe('SAME LIKELY');
    const other = body('昆明市卫生健康委员会', { uscc: '11530100KMX000057G' });
    expect(relate(body('昆明市卫健委', { uscc }), other)).toBe('AMBIGUOUS UNSURE');
  });

  it('are told apart by their district, also where only its place tells it', () => {
    expect(relate(body('民政局', WUHUA), body('五华区民政局', WUHUA))).toBe('SAME LIKELY');
    expect(relate(body('民政局', WUHUA), body('昆明市民政局'))).toBe('DIFFERENT LIKELY');
    expect(relate(body('民政局', PORTAL), body('昆明市民政局'))).toBe('AMBIGUOUS UNSURE');
    expect(relate(body('市民政局', PORTAL), body('昆明市民政局', { aliases: ['市民政局'] }))).toBe('AMBIGUOUS UNSURE');
  });

  it('of a zone without a code lie in it', () => {
    const zone = place('昆明经济技术开发区', null, '530111');
    expect(relate(body('税务局', zone), body('经开区税务局', zone))).toBe('SAME LIKELY');
    expect(relate(body('税务局', zone), body('昆明市税务局'))).toBe('DIFFERENT LIKELY');
  });

  it('are compared by their aliases where their names leave it open, never against what the names settle', () => {
    expect(relate(body('昆明海关', PORTAL), body('中华人民共和国昆明海关', { aliases: ['昆明海关'] }))).toBe(
      'SAME LIKELY',
    );
    const now = body('昆明市生态环境局', { aliases: ['昆明市环境保护局'] });
    expect(relate(body('昆明市环境保护局'), now)).toBe('SUCCESSOR LIKELY');
    const own = { aliases: ['区民政局'] };
    const panlong = { ...place('盘龙区', '530103'), ...own };
    expect(relate(body('五华区民政局', { ...WUHUA, ...own }), body('盘龙区民政局', panlong))).toBe('DIFFERENT LIKELY');
  });

  it('are a pair for people unless names tell them apart or the registry says how they lie', () => {
    const bodies = [
      body('昆明市卫健委', PORTAL),
      body('昆明市卫生健康委员会'),
      body('五华区卫健局', WUHUA),
      body('昆明市环保局', { succeededBy: 'Organization:E' }),
      body('昆明市生态环境局', { id: 'Organization:E' }),
      body('昆明市生态环境局五华分局', { parent: 'Organization:E' }),
      body('昆明市水务局'),
      body('昆明市税务局'),
    ];
    const pairs = agencyPairs(lexicon, bodies).map(({ a, b, relation }) => [a, b, relation]);
    const [portal, city] = bodies;
    const [first, second] = [portal!.id, city!.id].sort();
    expect(pairs).toContainEqual([first, second, 'SAME']);
    expect(pairs).toContainEqual([bodies[3]!.id, bodies[5]!.id, 'SUBORDINATE']);
    expect(pairs).toHaveLength(2);
  });
});

describe('organizations that count as one body', () => {
  const tie = (a: string, b: string, word: (typeof AGENCY_WORDS)[number]) => ({ a, b, word });

  it('are the same and those that took over, from any side, also over several', () => {
    const one = new OneBody([tie('A', 'B', 'SAME'), tie('B', 'C', 'SUCCESSOR'), tie('D', 'C', 'PREDECESSOR')]);
    expect(one.membersOf('A')).toEqual(['A', 'B', 'C', 'D']);
    expect(one.isOne('A', 'D')).toBe(true);
    expect(one.successorsOf('B')).toEqual(['C', 'D']);
    expect(one.presentOf('A')).toEqual(['D']);
    expect(one.isOne('A', 'E')).toBe(false);
  });

  it('answer today as the last of the line', () => {
    const line = new OneBody([tie('A', 'B', 'SUCCESSOR'), tie('B', 'C', 'SUCCESSOR'), tie('A', 'A2', 'SAME')]);
    expect(['A', 'A2', 'B', 'C'].map((id) => line.presentOf(id))).toEqual([['C'], ['C'], ['C'], ['C']]);
    const split = new OneBody([tie('A', 'B', 'SUCCESSOR'), tie('A', 'C', 'SUCCESSOR')]);
    expect(split.presentOf('A')).toEqual(['B', 'C']);
    expect(split.presentOf('B')).toEqual(['B']);
    const circle = new OneBody([tie('A', 'B', 'SUCCESSOR'), tie('B', 'A', 'SUCCESSOR')]);
    expect(circle.presentOf('A')).toEqual(['A']);
  });

  it('are not merged by being a branch, nor over a contradiction', () => {
    const branch = new OneBody([tie('A', 'B', 'SUBORDINATE'), tie('A', 'C', 'DIFFERENT')]);
    expect([branch.isOne('A', 'B'), branch.isOne('A', 'C')]).toEqual([false, false]);
    const torn = new OneBody([tie('A', 'B', 'SAME'), tie('B', 'C', 'SAME'), tie('A', 'C', 'DIFFERENT')]);
    expect([torn.isOne('A', 'B'), torn.isOne('B', 'C'), torn.isOne('A', 'C')]).toEqual([true, true, false]);
  });
});

describe('a verdict on two organizations', () => {
  const side = (id: string, more: Partial<AgencySide> = {}): AgencySide => ({
    id: `Organization:${id}`,
    retired: false,
    substance: id,
    uscc: null,
    mine: true,
    successors: [],
    ...more,
  });
  const decide = (a: AgencySide, b: AgencySide, command: Partial<JudgeAgencies> = {}) => {
    const decision = decideAgencies([a, b], { a: '', b: '', verdict: 'SAME', reason: '三定规定', ...command });
    if ('refused' in decision) return decision.refused.map(({ code, path }) => `${code} ${path.join('.')}`);
    if (!('accepted' in decision)) return decision;
    return [
      ...decision.accepted.sides.map(({ id }) => id.slice('Organization:'.length)),
      decision.accepted.verdict,
    ].join(' ');
  };

  it.each(AGENCY_WORDS)('%s is told in the order of ids, from whichever side it was said', (verdict) => {
    expect(decide(side('A'), side('B'), { verdict })).toBe(`A B ${verdict}`);
    expect(decide(side('B'), side('A'), { verdict })).toBe(`A B ${turned(verdict)}`);
    expect(turned(turned(verdict))).toBe(verdict);
  });

  it('wants a reason and two organizations that are kept', () => {
    expect(decide(side('A'), side('B'), { reason: ' ' })).toEqual(['REASON_MISSING reason']);
    expect(decide(side('A'), side('A'))).toEqual(['SAME_ORGANIZATION b']);
    expect(decide(side('A', { retired: true }), side('B'))).toEqual(['RETIRED a']);
  });

  it('merges no two codes, and lets nobody succeed whom it was succeeded by', () => {
    const [a, b] = [side('A', { uscc: '1' }), side('B', { uscc: '2' })];
    expect(decide(a, b)).toEqual(['CODES_DIFFER verdict']);
    expect(decide(a, b, { verdict: 'SUCCESSOR' })).toBe('A B SUCCESSOR');
    expect(decide(a, side('B', { uscc: '1' }))).toBe('A B SAME');
    const heir = side('B', { successors: ['Organization:A'] });
    expect(decide(side('A'), heir, { verdict: 'SUCCESSOR' })).toEqual(['CIRCULAR verdict']);
    expect(decide(heir, side('A'), { verdict: 'PREDECESSOR' })).toEqual(['CIRCULAR verdict']);
    expect(decide(heir, side('A'), { verdict: 'SUCCESSOR' })).toBe('A B PREDECESSOR');
  });

  it('no longer holds when name, place or code is another, whatever the spelling', () => {
    const before = { name: '昆明市水务局', jurisdiction: 'Jurisdiction:530100', uscc: null };
    const held = agencySubstanceOf(before);
    expect(agencySubstanceOf({ ...before, name: ' 昆明市水务局', uscc: undefined })).toBe(held);
    for (const change of [{ name: '昆明市水利局' }, { jurisdiction: 'Jurisdiction:530102' }, { uscc: '1' }])
      expect(agencySubstanceOf({ ...before, ...change })).not.toBe(held);
  });
});

describe('a name', () => {
  const health = body('昆明市卫生健康委员会', { aliases: ['市卫健委'] });
  const portal = body('昆明市卫健委', PORTAL);
  const wuhua = body('昆明市五华区卫生健康局', WUHUA);
  const bodies = [health, portal, wuhua];
  const resolve = (
    name: string,
    district: string | null = null,
    ties: ConstructorParameters<typeof OneBody>[0] = [],
  ) => {
    const found = resolveName(lexicon, { name, district, home: '5301' }, bodies, new OneBody(ties));
    return {
      organization: found.organization,
      told: found.candidates.map(
        ({ organization, relation, confidence }) => `${organization} ${relation} ${confidence}`,
      ),
    };
  };

  it('names who bears it exactly; others that it may be stay candidates', () => {
    const { organization, told } = resolve('昆明市卫健委');
    expect(organization).toBe(portal.id);
    expect(told).toEqual([`${portal.id} SAME CERTAIN`, `${health.id} SAME LIKELY`]);
  });

  it('in short stays open without its district, and is decided by it', () => {
    const open = resolve('市卫健委');
    expect(open.organization).toBeNull();
    expect(open.told).toEqual([`${health.id} AMBIGUOUS UNSURE`, `${portal.id} AMBIGUOUS UNSURE`]);
    expect(resolve('市卫健委', '安宁市')).toEqual({ organization: null, told: [] });
    expect(resolve('市卫健委', '昆明市').organization).toBe(health.id);
    expect(resolve('卫健局', '五华区').organization).toBe(wuhua.id);
    expect(resolve('区卫健局', '五华区').organization).toBe(wuhua.id);
  });

  it('that two bodies may bear names neither before people decide, and then both', () => {
    const asked = '昆明市卫生健康委';
    expect(resolve(asked).organization).toBeNull();
    const decided = resolve(asked, null, [{ a: health.id, b: portal.id, word: 'SAME' }]);
    expect(decided.organization).toBe([health.id, portal.id].sort()[0]);
  });

  it('of another city, of the province or of nothing that is registered names nobody', () => {
    for (const name of ['曲靖市卫健委', '云南省卫生健康委员会', '昆明市不存在的局'])
      expect(resolve(name)).toEqual({ organization: null, told: [] });
  });
});
