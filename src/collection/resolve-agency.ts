import { byCodePoint } from '../foundation/text.ts';
import {
  type BodyRelation,
  type Confidence,
  type ReadBody,
  type RelatedBodies,
  relateReadings,
} from './agency-body.ts';
import { type AgencyName, readAgencyName } from './agency-name.ts';
import type { Lexicon } from './lexicon.ts';
import type { OneBody } from './one-body.ts';
import { trimCode } from './place.ts';

/** A name as somebody wrote it, and what is known of where 机构名称. */
export interface AskedAgency {
  readonly name: string;
  /** The district said beside it, or that of the place whose list it stands in. */
  readonly district: string | null;
  /** Division code of the city, or province, whose list it stands in; empty when not known. */
  readonly home: string;
}

/** A registered organization that a name may mean. */
export interface AgencyCandidate {
  /** Id. */
  readonly organization: string;
  /** Of the organization to what is named: SUCCESSOR took over from it. */
  readonly relation: BodyRelation;
  readonly confidence: Confidence;
  readonly reasons: readonly string[];
}

/** What a name was understood as. */
export interface AgencyResolution {
  /** Id of the one organization that it names; null while that is open, or there is none. */
  readonly organization: string | null;
  /** Ids of those that answer for that one today: itself, or who took over. */
  readonly present: readonly string[];
  /** Surest first. */
  readonly candidates: readonly AgencyCandidate[];
}

const RELATIONS: readonly BodyRelation[] = [
  'SAME',
  'SUCCESSOR',
  'PREDECESSOR',
  'SUPERIOR',
  'SUBORDINATE',
  'AMBIGUOUS',
  'DIFFERENT',
];
const CONFIDENCES: readonly Confidence[] = ['CERTAIN', 'LIKELY', 'UNSURE'];

/** The city or province that a name itself tells of; else that of its list. */
export function homeOfName(lexicon: Lexicon, { name, home }: AskedAgency): string {
  const folded = lexicon.fold(name);
  const here = home === '' ? null : lexicon.places.at(folded, 0, home);
  if (here?.place.code.startsWith(home)) return home;
  const { area } = readAgencyName(lexicon, name, '');
  return area === null ? home : trimCode(area.code).slice(0, 4);
}

/** Finds the organizations that a name may mean among those of its home, or among all where the home is not known. */
export function resolveName(
  lexicon: Lexicon,
  asked: AskedAgency,
  bodies: readonly ReadBody[],
  oneBody: OneBody,
): AgencyResolution {
  const known = homeOfName(lexicon, asked);
  const spelling = lexicon.fold(asked.name);
  const readings = new Map<string, AgencyName>();
  const readFor = (home: string) => {
    const read = readings.get(home) ?? readAgencyName(lexicon, asked.name, home, asked.district);
    readings.set(home, read);
    return read;
  };
  const byName = bodies.flatMap((body): AgencyCandidate[] => {
    if (known !== '' && body.home !== known) return [];
    const one = { spellings: [spelling], readings: [readFor(body.home)] };
    const found = relateReadings(lexicon, one, body, body.home);
    if (found.relation === 'DIFFERENT') return [];
    const told = known === '' && body.home !== '' ? cityUnknown(found) : spelled(found, spelling, body);
    return [{ organization: body.id, ...told }];
  });
  const candidates = withKin(byName, oneBody).sort(bySurety);
  const organization = namedBy(candidates, oneBody);
  return { organization, present: organization === null ? [] : oneBody.presentOf(organization), candidates };
}

/** Exactly as it is registered: nothing is left to the rules of names. */
function spelled(found: RelatedBodies, spelling: string, { spellings }: ReadBody): RelatedBodies {
  if (found.relation !== 'SAME' || !spellings.includes(spelling)) return found;
  return { ...found, confidence: 'CERTAIN', reasons: [...found.reasons, '与登记名称或别名一致 as it is registered'] };
}

/** Without a city a short name may be any city's. */
function cityUnknown(found: RelatedBodies): RelatedBodies {
  const reasons = [...found.reasons, '未说明所在城市 the city is not said'];
  return { ...found, relation: 'AMBIGUOUS', confidence: 'UNSURE', reasons };
}

/** Adds those that count as one body with the ones named: by a verdict, or on record. */
function withKin(byName: readonly AgencyCandidate[], oneBody: OneBody): AgencyCandidate[] {
  const found = new Map(byName.map((one) => [one.organization, one]));
  for (const { organization: named, relation } of byName) {
    if (relation !== 'SAME') continue;
    for (const id of oneBody.membersOf(named)) {
      if (id === named || found.get(id)?.relation === 'SAME') continue;
      found.set(id, {
        organization: id,
        relation: kinship(named, id, oneBody),
        confidence: 'CERTAIN',
        reasons: ['已认定或登记与所指机构为同一机构或承接关系 decided, or on record, as one body with it'],
      });
    }
  }
  return [...found.values()];
}

function kinship(named: string, other: string, oneBody: OneBody): BodyRelation {
  if (oneBody.successorsOf(named).includes(other)) return 'SUCCESSOR';
  return oneBody.successorsOf(other).includes(named) ? 'PREDECESSOR' : 'SAME';
}

/** The one that is named: alone of those that may be, or alone as it is registered; nothing where several bodies remain. */
function namedBy(candidates: readonly AgencyCandidate[], oneBody: OneBody): string | null {
  const same = candidates.filter(({ relation, confidence }) => relation === 'SAME' && confidence !== 'UNSURE');
  const certain = same.filter(({ confidence }) => confidence === 'CERTAIN');
  const [first, ...others] = certain.length > 0 ? certain : same;
  if (first === undefined) return null;
  return others.every(({ organization }) => oneBody.isOne(first.organization, organization))
    ? first.organization
    : null;
}

function bySurety(x: AgencyCandidate, y: AgencyCandidate): number {
  return (
    RELATIONS.indexOf(x.relation) - RELATIONS.indexOf(y.relation) ||
    CONFIDENCES.indexOf(x.confidence) - CONFIDENCES.indexOf(y.confidence) ||
    byCodePoint(x.organization, y.organization)
  );
}
