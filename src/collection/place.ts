import type { Fold } from './script.ts';

/** A row of the division codes 行政区划代码: province 2, city 4, county 6 digits. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** A place something is about 区域. */
export interface Place {
  /** Division code without trailing `00`; a zone 开发区 has its city's code, `:` and its name; `''` is the whole country. */
  readonly code: string;
  readonly name: string;
  /** False when only "a county" 县 or "the city" 市 was said and several are possible. */
  readonly certain: boolean;
}

/** How the first place lies to the second. */
export type PlaceRelation = 'EQUAL' | 'CONTAINS' | 'CONTAINED' | 'DISJOINT' | 'UNKNOWN';

/** A place name found in a text. */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

const PEOPLES =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族/gu;

/** The gazetteer: names and short names of divisions, and where a text mentions them. */
export class Gazetteer {
  readonly #byCode = new Map<string, Division>();
  /** Counties and zones of a city, by every name they go by; cities and provinces under the empty city. */
  readonly #names = new Map<string, Map<string, Division>>();

  constructor(divisions: readonly Division[], fold: Fold) {
    for (const division of divisions) {
      const name = fold(division.name);
      this.#byCode.set(division.code, { code: division.code, name });
      if (name === '市辖区' || name === '县' || name.endsWith('直辖县级行政区划')) continue;
      const home = division.code.length === 6 ? division.code.slice(0, 4) : '';
      const names = this.#names.get(home) ?? new Map<string, Division>();
      this.#names.set(home, names);
      for (const spelling of spellings(name))
        if (!names.has(spelling)) names.set(spelling, { code: division.code, name });
    }
  }

  /** The division of a code, with or without trailing zeros. */
  division(code: string): Division | undefined {
    return this.#byCode.get(trimCode(code));
  }

  /** The code of a city by its name, e.g. 温州市. */
  cityCode(name: string): string | null {
    return this.#names.get('')?.get(name)?.code ?? null;
  }

  /** True when the city has county-level cities, so that "the city" is not one place. */
  hasCountyCities(home: string): boolean {
    const city = trimCode(home).slice(0, 4);
    for (const [, division] of this.#names.get(city) ?? []) if (division.name.endsWith('市')) return true;
    return false;
  }

  /** The longest place name of the home city, or of any city or province, that begins at `start`. */
  at(text: string, start: number, home: string): PlaceMention | null {
    const city = trimCode(home).slice(0, 4);
    for (let length = Math.min(11, text.length - start); length >= 2; length--) {
      const name = text.slice(start, start + length);
      const found = this.#names.get(city)?.get(name) ?? this.#names.get('')?.get(name);
      if (!found || (length === 2 && !this.#shortNameFits(text, start, found, city))) continue;
      return { start, end: start + length, place: { code: found.code, name: found.name, certain: true } };
    }
    return null;
  }

  /** Short names 青田, 台州 count at the beginning only, and only of the home city, its counties and its province. */
  #shortNameFits(text: string, start: number, found: Division, city: string): boolean {
    const own = found.code.startsWith(city) || city.startsWith(found.code);
    return own && start === 0 && !/^(?:路|街|大道|河|江|湖|山|站|线)/u.test(text.slice(2));
  }
}

/** How place `a` lies to place `b`. */
export function relatePlaces(a: Place, b: Place): PlaceRelation {
  if (a.code === b.code)
    return a.certain && b.certain ? 'EQUAL' : a.certain === b.certain && a.name === b.name ? 'EQUAL' : 'UNKNOWN';
  const [outer, inner] = a.code.length <= b.code.length ? [a, b] : [b, a];
  if (inner.code.startsWith(outer.code)) {
    if (!outer.certain && outer.name !== '') return 'UNKNOWN';
    return outer === a ? 'CONTAINS' : 'CONTAINED';
  }
  return a.certain && b.certain ? 'DISJOINT' : 'UNKNOWN';
}

/** A division code without the zeros that fill it up. */
export function trimCode(code: string): string {
  return code.includes(':') ? code : code.replace(/^(\d{2})0000$/u, '$1').replace(/^(\d{4})00$/u, '$1');
}

/** A full name and the short forms people write: 金秀瑶族自治县 → 金秀县, 金秀; 柳城县 → 柳城. */
function spellings(name: string): string[] {
  const plain = name.replace(PEOPLES, '');
  const forms = new Set([name, plain]);
  const stem = plain.replace(/(?:壮|维吾尔|回)?(?:自治区|自治州|自治县|特别行政区|地区|盟|省|市|区|县|旗|州)$/u, '');
  if (stem.length >= 2 && !/(?:经济|开发|高新|工业|新)$/u.test(stem)) {
    forms.add(stem);
    if (plain.endsWith('自治县')) forms.add(`${stem}县`);
    if (plain.endsWith('自治州')) forms.add(`${stem}州`);
  }
  return [...forms].filter((form) => form.length >= 2);
}
