import { Phrases } from './phrases.ts';
import { type Division, Gazetteer } from './place.ts';
import { type Rarity, type RarityTable, readRarity } from './rarity.ts';
import { type Fold, type ScriptTable, scriptFold } from './script.ts';
import { buildThesaurus, type Thesaurus, type ThesaurusEntry } from './thesaurus.ts';

/** Words that carry no or special meaning in titles of government data; data in `seed/matching/wording.json`. */
export interface Wording {
  readonly noise: readonly string[];
  readonly softNoise: readonly string[];
  readonly aspects: readonly string[];
  readonly acts: readonly string[];
  readonly ofAgency: readonly string[];
  readonly kinds: readonly { readonly kind: string; readonly words: readonly string[] }[];
  readonly backflow: readonly string[];
  readonly libraries: readonly string[];
  readonly systems: readonly string[];
  readonly wholeArea: readonly string[];
  readonly zones: readonly string[];
}

/** Words that exclude each other; `relation` is what two datasets are to each other that differ in them. */
export interface Contrast {
  readonly group: string;
  readonly members: readonly string[];
  readonly relation: 'SIBLING_AREA' | 'OVERLAPS';
}

/** One kind of public body 机构 with its other names and with those that went into it by a reform 机构改革. */
export interface Body {
  readonly body: string;
  readonly aliases: readonly string[];
  readonly predecessors: readonly string[];
}

/** Everything that matching knows about words: plain data, read by whoever starts the program. */
export interface LexiconSource {
  readonly script: ScriptTable;
  readonly divisions: readonly Division[];
  readonly thesaurus: readonly ThesaurusEntry[];
  readonly wording: Wording;
  readonly contrasts: readonly Contrast[];
  readonly bodies: readonly Body[];
  readonly rarity: RarityTable;
}

/** What a phrase of a title is; several roles may meet in one phrase. */
export interface Role {
  /** What it is compared by: the thesaurus term, else the phrase. */
  readonly concept: string;
  /** Share of its weight that counts: 1 for content, less for noise words. */
  share: number;
  /** It says which fact is recorded about the thing 记录事项. */
  aspect: boolean;
  /** It names an administrative act 行政行为. */
  act: boolean;
  readonly contrasts: number[];
}

/** The data made ready for use. */
export interface Lexicon {
  readonly fold: Fold;
  readonly places: Gazetteer;
  readonly thesaurus: Thesaurus;
  readonly wording: Wording;
  readonly contrasts: readonly Contrast[];
  readonly roles: Phrases<Role>;
  readonly kinds: Phrases<string>;
  /** Every name of a body, present or former, to the present ones it may mean. */
  readonly bodyNames: Phrases<readonly BodyName[]>;
  readonly rarity: Rarity;
  /** Concepts of what every agency has of its own. */
  readonly agencyMatters: ReadonlySet<string>;
}

/** A name leads to a body as its name today, or as one that went into it. */
export interface BodyName {
  readonly body: string;
  readonly former: boolean;
}

const SOFT_SHARE = 0.3;
const NOISE_SHARE = 0.04;

/** Makes data ready for use. Costs some 50 ms; do it once. */
export function readLexicon(data: LexiconSource): Lexicon {
  const fold = scriptFold(data.script);
  const thesaurus = buildThesaurus(data.thesaurus, fold);
  const contrasts = data.contrasts.map((c) => ({ ...c, members: c.members.map((m) => thesaurus.concept(fold(m))) }));
  return {
    fold,
    places: new Gazetteer(data.divisions, fold),
    thesaurus,
    wording: foldWording(data.wording, fold),
    contrasts,
    roles: collectRoles(data, contrasts, thesaurus, fold),
    kinds: collectKinds(data.wording, thesaurus, fold),
    bodyNames: collectBodies(data.bodies, fold),
    rarity: readRarity(data.rarity),
    agencyMatters: new Set(
      [...data.wording.acts, ...data.wording.ofAgency].map((word) => thesaurus.concept(fold(word))),
    ),
  };
}

function collectRoles(
  data: LexiconSource,
  contrasts: readonly Contrast[],
  thesaurus: Thesaurus,
  fold: Fold,
): Phrases<Role> {
  const roles = new Map<string, Role>();
  const role = (concept: string): Role => {
    const known = roles.get(concept) ?? { concept, share: 1, aspect: false, act: false, contrasts: [] };
    roles.set(concept, known);
    return known;
  };
  const phrases = new Phrases<Role>();
  for (const word of [...data.wording.aspects, ...data.wording.acts]) {
    const concept = thesaurus.concept(fold(word));
    role(concept).aspect = true;
    phrases.add(fold(word), role(concept));
  }
  for (const word of data.wording.acts) role(thesaurus.concept(fold(word))).act = true;
  contrasts.forEach((contrast, i) => {
    for (const member of contrast.members) {
      role(member).contrasts.push(i);
      phrases.add(member, role(member));
    }
  });
  const soft = new Set(data.wording.softNoise.map(fold));
  for (const word of data.wording.noise.map(fold)) {
    const concept = thesaurus.concept(word);
    const known = role(concept);
    known.share = soft.has(word) ? SOFT_SHARE : NOISE_SHARE;
    phrases.add(word, known);
  }
  for (const spelling of thesaurus.spellings()) phrases.add(spelling, role(thesaurus.concept(spelling)));
  return phrases;
}

function collectKinds(wording: Wording, thesaurus: Thesaurus, fold: Fold): Phrases<string> {
  const kinds = new Phrases<string>();
  for (const { kind, words } of wording.kinds)
    for (const word of words) {
      kinds.add(fold(word), kind);
      for (const spelling of thesaurus.spellingsOf(thesaurus.concept(fold(word)))) kinds.add(spelling, kind);
    }
  return kinds;
}

function collectBodies(bodies: readonly Body[], fold: Fold): Phrases<readonly BodyName[]> {
  const names = new Map<string, BodyName[]>();
  const enter = (name: string, body: string, former: boolean): void => {
    const known = names.get(fold(name)) ?? [];
    known.push({ body: fold(body), former });
    names.set(fold(name), known);
  };
  const aliasesOf = new Map(bodies.map(({ body, aliases }) => [body, aliases]));
  for (const { body, aliases, predecessors } of bodies) {
    for (const name of [body, ...aliases]) enter(name, body, false);
    for (const name of predecessors.flatMap((one) => [one, ...(aliasesOf.get(one) ?? [])])) enter(name, body, true);
  }
  const phrases = new Phrases<readonly BodyName[]>();
  for (const [name, leads] of names) phrases.add(name, leads);
  return phrases;
}

function foldWording(wording: Wording, fold: Fold): Wording {
  const each = (words: readonly string[]): string[] => words.map(fold).sort((a, b) => b.length - a.length);
  return {
    noise: each(wording.noise),
    softNoise: each(wording.softNoise),
    aspects: each(wording.aspects),
    acts: each(wording.acts),
    ofAgency: each(wording.ofAgency),
    kinds: wording.kinds,
    backflow: each(wording.backflow),
    libraries: each(wording.libraries),
    systems: each(wording.systems),
    wholeArea: each(wording.wholeArea),
    zones: each(wording.zones),
  };
}
