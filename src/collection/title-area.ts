import type { Lexicon } from './lexicon.ts';
import { type Place, trimCode } from './place.ts';

/** The area and body that a title names, and the title without them. */
export interface TitleArea {
  readonly place: Place;
  readonly from: 'TITLE' | 'AGENCY' | 'HOME';
  readonly body: string | null;
  readonly rest: string;
}

interface AreaContext {
  readonly home: string;
  readonly agency?: string | null;
  readonly area?: string | null;
  readonly backflow: boolean;
}

const UNIT = /^(?:市|县|区|州|省)(?=[^县区市场民镇、(])/u;
const OFFICE = /^[^-_()]{2,12}?(?:局|委员会|管委会|办公室|指挥部|街道办)(?=.{2})/u;
const OFFICIAL = /(?:局|委|委员会|办|办公室|厅|院|总工会|联合会|残联|妇联|支队|部|科协|红十字会|社)$/u;

/** Takes areas and the leading body off a folded title; without an area the agency's district decides, then the home place. */
export function takeArea(lexicon: Lexicon, title: string, context: AreaContext): TitleArea {
  const home = trimCode(context.home);
  let rest = title.replace(/^关于/u, '');
  let place: Place | null = context.area ? placeIn(lexicon, lexicon.fold(context.area), home) : null;
  let body: string | null = null;
  let whole = false;
  for (let turn = 0; turn < 8; turn++) {
    rest = rest.replace(/^[-_:、.,·()的]+/u, '');
    const mention = lexicon.places.at(rest, 0, home);
    const wide = lexicon.wording.wholeArea.find((word) => rest.startsWith(word) && rest.length > word.length);
    const zone = takeZone(lexicon, rest, home);
    const official: { body: string; length: number } | null = body === null ? takeBody(lexicon, rest) : null;
    const unit = rest.match(UNIT)?.[0];
    if (mention && mention.end < rest.length) {
      place = narrower(place, mention.place);
      rest = rest.slice(mention.end).replace(/^(?:市|县|区)(?=[^县区市场民镇])/u, '');
    } else if (wide !== undefined) {
      whole = true;
      rest = rest.slice(wide.length);
    } else if (official) {
      body = official.body;
      rest = rest.slice(official.length);
    } else if (zone) {
      place = narrower(place, zone.place);
      rest = rest.slice(zone.length);
    } else if (unit && body === null && takeBody(lexicon, rest.slice(1))) rest = rest.slice(1);
    else break;
  }
  rest = dropInner(lexicon, rest, home, (found) => {
    if (!whole) place = narrower(place, found);
  });
  if (place?.code.startsWith(home)) return { place, from: 'TITLE', body, rest };
  if (place && home.startsWith(place.code) && !context.backflow && !whole && place.code.length >= 4)
    return { place, from: 'TITLE', body, rest };
  if (context.backflow || whole) return { place: homePlace(lexicon, home), from: whole ? 'TITLE' : 'HOME', body, rest };
  return { ...agencyPlace(lexicon, context.agency ?? '', home), body, rest };
}

/** The area an agency's name tells of. */
export function agencyPlace(lexicon: Lexicon, agency: string, home: string): { place: Place; from: 'AGENCY' | 'HOME' } {
  const name = lexicon.fold(agency);
  const found = placeIn(lexicon, name, home);
  const city = homePlace(lexicon, home);
  if (found && found.code.length > city.code.length && found.code.startsWith(city.code))
    return { place: found, from: 'AGENCY' };
  if (/(?:^|[-)])(?:县|区|镇|街道)/u.test(name) && city.code.length === 4)
    return {
      place: { code: `${city.code}:?`, name: name.includes('县') ? '某县' : '某区', certain: false },
      from: 'AGENCY',
    };
  const vague = /^市/u.test(name) && !found && lexicon.places.hasCountyCities(home);
  return { place: vague ? { ...city, certain: false } : city, from: found ? 'AGENCY' : 'HOME' };
}

/** The narrowest place of the home city that a text mentions anywhere. */
export function placeIn(lexicon: Lexicon, text: string, home: string): Place | null {
  let found: Place | null = null;
  for (let i = 0; i < text.length; i++) {
    const mention = lexicon.places.at(i === 0 ? text : text.slice(i), 0, home);
    const zone = mention ? null : takeZone(lexicon, text.slice(i), trimCode(home));
    if (mention) {
      found = narrower(found, mention.place);
      i += mention.end - 1;
    } else if (zone) found = narrower(found, zone.place);
  }
  return found;
}

/** The home place of a catalog. */
export function homePlace(lexicon: Lexicon, home: string): Place {
  const code = trimCode(home);
  return { code, name: lexicon.places.division(code)?.name ?? '本级', certain: true };
}

/** A development zone 经开区, 三江新区 at the beginning: an area of its own below the home city. */
function takeZone(lexicon: Lexicon, text: string, home: string): { place: Place; length: number } | null {
  for (const word of lexicon.wording.zones) {
    const at = text.indexOf(word);
    const proper =
      word === '新区' ||
      word === '园区' ||
      word === '示范区' ||
      word === '管理区' ||
      word === '产业园' ||
      word === '集聚区';
    if (at < 0 || at > 4 || (proper ? at < 2 : at !== 0)) continue;
    const name = text.slice(0, at + word.length);
    if (proper && !/^\p{Script=Han}{2}(?:新区|工业园区|产业园区|示范区)$/u.test(name)) continue;
    return { place: { code: `${home}:${ZONES[name] ?? name}`, name, certain: true }, length: name.length };
  }
  return null;
}

const ZONES: Record<string, string> = { 经济技术开发区: '经开区', 高新技术产业开发区: '高新区', 综合保税区: '综保区' };

/** A body at the beginning with content behind it. */
function takeBody(lexicon: Lexicon, text: string): { body: string; length: number } | null {
  const found = lexicon.bodyNames.longestAt(text, 0);
  if (found && found.phrase.length < text.length - 1 && OFFICIAL.test(found.phrase))
    return { body: found.value[0]?.body ?? found.phrase, length: found.phrase.length };
  const office = text.match(OFFICE)?.[0];
  return office ? { body: office, length: office.length } : null;
}

/** Drops full place names of the home city further inside a title. */
function dropInner(lexicon: Lexicon, text: string, home: string, use: (place: Place) => void): string {
  let rest = text;
  for (let i = 1; i < rest.length - 2; i++) {
    const mention = lexicon.places.at(rest, i, home);
    if (!mention || mention.end - i < 3 || !mention.place.code.startsWith(home)) continue;
    use(mention.place);
    rest = rest.slice(0, i) + rest.slice(mention.end);
  }
  return rest;
}

function narrower(a: Place | null, b: Place): Place {
  return a === null || b.code.startsWith(a.code) || b.code.length > a.code.length ? b : a;
}
