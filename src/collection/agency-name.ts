import type { BodyName, Lexicon } from './lexicon.ts';
import { type Place, relatePlaces, trimCode } from './place.ts';
import { homePlace, placeIn } from './title-area.ts';

/** How one agency name lies to another 机构关系. AMBIGUOUS goes to a person: a wrong merge is worse than an open question. */
export type AgencyRelation = 'SAME' | 'SUBORDINATE' | 'SUCCESSOR' | 'DIFFERENT' | 'AMBIGUOUS';

/** An agency name understood. */
export interface AgencyName {
  /** Null when the name tells of none. */
  readonly area: Place | null;
  /** "the city" 市, "the county" 县, "the district" 区 without a name. */
  readonly vague: '市' | '县' | '区' | null;
  /** The bodies it may be; empty when no list knows it. */
  readonly bodies: readonly BodyName[];
  /** What is left when places and brackets are taken off. */
  readonly rest: string;
  /** A branch 分局, 分中心 of the body. */
  readonly branch: boolean;
}

/** The portal's place, and the districts said beside the names, if any. */
export interface AgencyContext {
  readonly home: string;
  readonly districtA?: string | null;
  readonly districtB?: string | null;
}

/** What was decided on two agency names, and why. */
export interface AgencyDecision {
  readonly relation: AgencyRelation;
  /** Which of the two is the successor or the branch; null where the relation has no direction. */
  readonly which: 'A' | 'B' | null;
  /** For people: Chinese, then English. */
  readonly reason: string;
}

const BRANCH = /(?:分局|分中心|分公司|支局|分院|分行)$/u;
const NATIONAL = /^(?:国家税务总局|国家统计局(?=.*调查队)|中国共产党|中共)/u;

/** Understands an agency's name. `district` decides where the name only says 市, 县 or 区. */
export function readAgencyName(lexicon: Lexicon, name: string, home: string, district?: string | null): AgencyName {
  const folded = lexicon.fold(name);
  const front = folded.match(/^\(([^)]+)\)/u)?.[1];
  let rest = folded
    .replace(/^\([^)]+\)/u, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(NATIONAL, '');
  let area: Place | null = front ? placeIn(lexicon, front, home) : null;
  let vague: AgencyName['vague'] = null;
  for (let turn = 0; turn < 6; turn++) {
    rest = rest.replace(/^[-_、,]+/u, '');
    const mention = lexicon.places.at(rest, 0, home) ?? zoneAt(lexicon, rest, home);
    const unit = (vague === null ? rest.match(/^(?:市(?!场)|县|区)(?=.)/u)?.[0] : undefined) as
      | '市'
      | '县'
      | '区'
      | undefined;
    if (mention) {
      area = narrower(area, mention.place);
      rest = rest.slice(mention.end);
    } else if (unit) {
      vague = unit;
      rest = rest.slice(1);
    } else break;
  }
  const branch = BRANCH.test(rest);
  if (branch) {
    const inside = branchArea(lexicon, rest.replace(BRANCH, ''), home);
    area = inside.place ? narrower(area, inside.place) : area;
    rest = inside.rest;
  }
  if (area === null || area.code.length < trimCode(home).length)
    area = (district ? placeIn(lexicon, lexicon.fold(district), home) : null) ?? null;
  if (area !== null && (vague === null || fits(area, vague))) vague = null;
  const bodies = lexicon.bodyNames.get(rest) ?? lexicon.bodyNames.get(`${rest}局`) ?? [];
  return { area: vague === null ? area : null, vague, bodies, rest, branch };
}

/** Decides how two agency names of one portal lie to each other. */
export function relateAgencies(lexicon: Lexicon, nameA: string, nameB: string, context: AgencyContext): AgencyDecision {
  const a = readAgencyName(lexicon, nameA, context.home, context.districtA);
  const b = readAgencyName(lexicon, nameB, context.home, context.districtB);
  return relateNames(lexicon, a, b, context.home);
}

/** The same, of names that were understood before. */
export function relateNames(lexicon: Lexicon, a: AgencyName, b: AgencyName, home: string): AgencyDecision {
  const bodies = relateBodies(a, b);
  if (bodies === 'DIFFERENT') return undirected('DIFFERENT', `职能机构不同：${a.rest}／${b.rest} other bodies`);
  if (a.branch !== b.branch)
    return relateBranch(lexicon, a.branch ? b : a, a.branch ? a : b, home, a.branch ? 'A' : 'B');
  const areas = relateAreas(lexicon, a, b, home);
  if (areas === 'DIFFERENT') return undirected('DIFFERENT', '同类机构，地区不同 same kind of body, other area');
  if (areas === 'AMBIGUOUS')
    return undirected('AMBIGUOUS', '简称未写明地区，须结合区划判断 short name: the district decides');
  if (bodies === 'AMBIGUOUS')
    return undirected('AMBIGUOUS', `均为改革前名称：${a.rest}／${b.rest} both were before the reform`);
  if (bodies === 'SAME') return undirected('SAME', '同一地区同一机构 same area, same body');
  const which = meets(a, b, true, false) ? 'B' : 'A';
  return { relation: 'SUCCESSOR', which, reason: `机构改革承接：${a.rest}／${b.rest} successor by reform` };
}

function undirected(relation: AgencyRelation, reason: string): AgencyDecision {
  return { relation, which: null, reason };
}

/** A short and a long name of what went into the same body may be one's or two bodies': that stays open. */
function relateBodies(a: AgencyName, b: AgencyName): 'SAME' | 'SUCCESSOR' | 'AMBIGUOUS' | 'DIFFERENT' {
  if (a.rest === b.rest || meets(a, b, false, false)) return 'SAME';
  if (meets(a, b, true, false) || meets(a, b, false, true)) return 'SUCCESSOR';
  return meets(a, b, true, true) && (shortens(a, b) || shortens(b, a)) ? 'AMBIGUOUS' : 'DIFFERENT';
}

/** Whether all of a former name stands, in order and from its beginning, in another one: 环保局 in 环境保护局. */
function shortens({ rest: short, bodies }: AgencyName, { rest: long, bodies: others }: AgencyName): boolean {
  if (short[0] !== long[0] || ![...bodies, ...others].every(({ former }) => former)) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

/** Whether both may be one body, `a` under a former or its present name, and `b`. */
function meets(a: AgencyName, b: AgencyName, formerA: boolean, formerB: boolean): boolean {
  return a.bodies.some((x) => x.former === formerA && b.bodies.some((y) => y.former === formerB && x.body === y.body));
}

/** A whole body and a branch: subordinate when the whole one is the home place's. */
function relateBranch(
  lexicon: Lexicon,
  whole: AgencyName,
  branch: AgencyName,
  home: string,
  which: 'A' | 'B',
): AgencyDecision {
  const city = homePlace(lexicon, home);
  const ofCity = whole.vague === '市' || whole.area?.code === city.code;
  if (ofCity) return { relation: 'SUBORDINATE', which, reason: '派出（分支）机构与其主管机构 a branch and its body' };
  const apart = whole.area !== null && branch.area !== null && whole.area.code !== branch.area.code;
  return apart
    ? undirected('DIFFERENT', '地区不同 other area')
    : undirected('AMBIGUOUS', '分支机构，主管机构地区不明 a branch of a body whose area is unclear');
}

function relateAreas(lexicon: Lexicon, a: AgencyName, b: AgencyName, home: string): 'SAME' | 'DIFFERENT' | 'AMBIGUOUS' {
  if (a.area && b.area) return relatePlaces(a.area, b.area) === 'EQUAL' ? 'SAME' : 'DIFFERENT';
  if (a.vague && b.vague)
    return a.vague !== b.vague ? 'DIFFERENT' : onlyCity(lexicon, a.vague, home) ? 'SAME' : 'AMBIGUOUS';
  const named = a.area ?? b.area;
  const vague = a.vague ?? b.vague;
  if (named && vague) {
    if (!fits(named, vague)) return 'DIFFERENT';
    return onlyCity(lexicon, vague, home) && named.code === trimCode(home) ? 'SAME' : 'AMBIGUOUS';
  }
  return 'AMBIGUOUS';
}

/** "The city" is one place only where the home city has no county-level cities. */
function onlyCity(lexicon: Lexicon, vague: string, home: string): boolean {
  return vague === '市' && trimCode(home).length === 4 && !lexicon.places.hasCountyCities(home);
}

function fits(place: Place, vague: string): boolean {
  return place.name.endsWith(vague);
}

/** The area inside the name of a branch: 生态环境局遂昌, 经开区分局. */
function branchArea(lexicon: Lexicon, text: string, home: string): { place: Place | null; rest: string } {
  for (let i = 1; i < text.length; i++) {
    const tail = text.slice(i);
    const mention = lexicon.places.at(tail, 0, home) ?? zoneAt(lexicon, tail, home);
    if (mention && mention.end === tail.length) return { place: mention.place, rest: text.slice(0, i) };
  }
  return { place: null, rest: text };
}

function zoneAt(lexicon: Lexicon, text: string, home: string): { place: Place; end: number } | null {
  const word = lexicon.wording.zones.find((zone) => text.startsWith(zone));
  const named = text.match(/^\p{Script=Han}{2}(?:新区|工业园区|产业园区|示范区)/u)?.[0];
  const name = word ?? named;
  if (name === undefined) return null;
  return { place: { code: `${trimCode(home)}:${name}`, name, certain: true }, end: name.length };
}

function narrower(a: Place | null, b: Place): Place {
  return a === null || b.code.length >= a.code.length ? b : a;
}
