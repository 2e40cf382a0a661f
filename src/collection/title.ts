import { readAgencyName } from './agency-name.ts';
import type { Lexicon, Role } from './lexicon.ts';
import { type Period, takePeriod } from './period.ts';
import type { Place } from './place.ts';
import { takeArea } from './title-area.ts';
import { sameText, splitSystem, takeSource } from './title-source.ts';

/** What stands around a title and says what the title leaves out. */
export interface TitleContext {
  /** Division code of the place whose catalog it is 本级区划, with or without trailing zeros. */
  readonly home: string;
  /** Name of the agency that holds or plans it; its district is the area when the title names none. */
  readonly agency?: string | null;
  /** Area said outright, a name of a place. */
  readonly area?: string | null;
  /** Period said outright, e.g. 2025年. */
  readonly period?: string | null;
}

/** A piece of the subject. */
export interface Token {
  readonly text: string;
  readonly role: Role;
  readonly weight: number;
}

/** A title understood 标题理解. All texts are folded. */
export interface Title {
  /** Whole title, folded. */
  readonly plain: string;
  /** Subject core 主题: without area, period, body, source and trailing noise words. */
  readonly core: string;
  readonly tokens: readonly Token[];
  readonly area: Place;
  /** Where the area was read: the title or field itself, the agency's district, or only the home place. */
  readonly areaFrom: 'TITLE' | 'AGENCY' | 'HOME';
  readonly period: Period;
  /** Public body named in the title 标题中的机构. */
  readonly body: string | null;
  /** What every agency has of its own 机构自身事项: its penalties, permits, powers, budget; then the agency is the body. */
  readonly ofAgency: boolean;
  /** System or platform it was taken from 来源系统. */
  readonly system: string | null;
  /** Backflow 回流, base library 基础库, thematic library 主题库. */
  readonly marker: 'BACKFLOW' | 'LIBRARY' | null;
  /** Kinds of record 记录种类 it names. */
  readonly kinds: readonly string[];
  readonly numbers: readonly string[];
}

const NUMBER = /^(?:[a-z]+\d[a-z\d.]*|\d+(?:\.\d+)?|[a-z]+)/u;
const MARKS = /[()[\],.，。、:：;；/\\|·*#&!?%+=<>_-]/u;

/** Understands a title. */
export function understandTitle(lexicon: Lexicon, text: string, context: TitleContext): Title {
  const plain = lexicon.fold(text);
  const { period, rest } = takePeriod(context.period ? `${plain}${lexicon.fold(context.period)}` : plain);
  const source = takeSource(lexicon, rest);
  const area = takeArea(lexicon, source.rest, { ...context, backflow: source.marker === 'BACKFLOW' });
  const named = source.system === null ? splitSystem(lexicon, area.rest) : null;
  const content = area.rest === '' ? source.rest : (named?.[1] ?? area.rest);
  const core = stripEnd(lexicon, content);
  const tokens = tokenize(lexicon, core);
  const ofAgency =
    tokens.some((token) => lexicon.agencyMatters.has(token.role.concept)) &&
    tokens.every((token) => token.role.share < 1 || lexicon.agencyMatters.has(token.role.concept));
  return {
    plain,
    core: sameText(core),
    tokens,
    area: area.place,
    areaFrom: area.from,
    period,
    body: area.body ?? (ofAgency && context.agency ? ownBody(lexicon, context.agency, context.home) : null),
    ofAgency,
    system: source.system ?? named?.[0] ?? null,
    marker: source.marker,
    kinds: kindsOf(lexicon, source.rest),
    numbers: tokens.filter((token) => NUMBER.test(token.text)).map((token) => token.text),
  };
}

/** The body of the agency's name; null where it only names a place or publishes for others 大数据局 政务服务. */
function ownBody(lexicon: Lexicon, agency: string, home: string): string | null {
  const name = readAgencyName(lexicon, agency, home);
  const body = name.bodies[0]?.body ?? name.rest;
  return body === '' || /数据|政务|审批|政府|办公室|管委会/u.test(body) ? null : body;
}

/** Takes trailing noise words 信息 名录 一览表 off, as long as something is left. */
function stripEnd(lexicon: Lexicon, text: string): string {
  let rest = text.replace(/^[-_:、.,·]+|[-_:、.,·]+$/gu, '');
  for (;;) {
    const word = lexicon.wording.noise.find((noise) => rest.endsWith(noise) && rest.length > noise.length + 1);
    const soft = word !== undefined && lexicon.wording.softNoise.includes(word);
    if (word === undefined || soft || splitsWord(lexicon, rest, word)) return rest;
    rest = rest.slice(0, -word.length).replace(/[-_:、.,·()]+$/gu, '');
  }
}

/** True when the noise word is the tail of a longer term, as 清单 of 权责清单. */
function splitsWord(lexicon: Lexicon, text: string, noise: string): boolean {
  for (let length = Math.min(12, text.length); length > noise.length; length--) {
    const role = lexicon.roles.get(text.slice(-length));
    if (role && role.share === 1) return true;
  }
  return false;
}

/** Cuts the core into phrases with a role, numbers and single characters. */
export function tokenize(lexicon: Lexicon, core: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < core.length; ) {
    const found = lexicon.roles.longestAt(core, i);
    const number = found ? null : core.slice(i).match(NUMBER)?.[0];
    const text = found?.phrase ?? number ?? core.charAt(i);
    i += text.length;
    if (!found && MARKS.test(text)) continue;
    const role = found?.value ?? plainRole(text);
    tokens.push({ text, role, weight: weigh(lexicon, role.concept) * role.share });
  }
  return tokens;
}

function weigh(lexicon: Lexicon, concept: string): number {
  let sum = 0;
  for (const character of concept.slice(0, 8)) sum += lexicon.rarity(character);
  return sum;
}

const PLAIN = new Map<string, Role>();

/** The role of text that no list knows. */
function plainRole(text: string): Role {
  const known = PLAIN.get(text) ?? { concept: text, share: 1, aspect: false, act: false, contrasts: [] };
  if (PLAIN.size < 20_000) PLAIN.set(text, known);
  return known;
}

function kindsOf(lexicon: Lexicon, text: string): string[] {
  const kinds = new Set<string>();
  for (let i = 0; i < text.length; i++) {
    const found = lexicon.kinds.longestAt(text, i);
    if (!found) continue;
    kinds.add(found.value);
    i += found.phrase.length - 1;
  }
  return [...kinds].sort();
}
