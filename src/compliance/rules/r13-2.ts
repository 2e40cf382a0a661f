import type { Day } from '#src/calendar/day.ts';
import { isIdentifier, isUnderWay, lastKnown, sortedIds } from '../conventions.ts';
import type { Collection } from '../facts.ts';
import { grouping } from '../grouping.ts';
import { nameOf, namesOf } from '../naming.ts';
import { CN809, KM, rule } from '../rule.ts';

interface Subject {
  /** What one row is about. */
  readonly about: string;
  readonly element: string;
  readonly collections: readonly Collection[];
}

const LEFT_OUT = new Set(['ON_SITE_VERIFICATION', 'REFUSED_SHARING']);

const leads = ({ exemption }: Collection): boolean => exemption === 'FIRST_SOURCE' || exemption === 'LEAD_DEPARTMENT';

/** Collections of a source or lead department that have ended. */
const ledBefore = grouping({
  name: 'ended collections of leads by subject and element',
  type: 'Collection',
  keysOf(collection, view) {
    const { subject, endedOn } = collection;
    if (!subject || !leads(collection) || endedOn == null || endedOn > view.today) return [];
    return (collection.items ?? []).flatMap((item) => (item.element ? [`${subject}\n${item.element}`] : []));
  },
});

/** The day on which the second of the collectors began. */
function secondBegan(collections: readonly Collection[]): Day | null {
  const began = new Map<string, Day>();
  for (const { organization, startedOn } of collections) {
    const known = began.get(organization);
    if (startedOn != null && (known === undefined || startedOn < known)) began.set(organization, startedOn);
  }
  return [...began.values()].sort()[1] ?? null;
}

const collected = grouping({
  name: 'collections by subject and element',
  type: 'Collection',
  keysOf(collection, view) {
    const about = collection.subject;
    if (!about || !isUnderWay(collection, view.today) || LEFT_OUT.has(collection.exemption ?? '')) return [];
    return (collection.items ?? []).flatMap((item) => (item.element ? [`${about}\n${item.element}`] : []));
  },
});

/** 809 第十九条: where several departments collect the same, one is named as the source. One finding per element and subject. */
export const r13x2 = rule<Subject, 'Collection'>({
  code: 'R13-2',
  title: { zh: '多部门收集同一数据须明确数源部门', en: 'No lead among several collectors' },
  citation: `${CN809}第十九条；${KM}第十三条`,
  meaning: {
    zh: '同一主体的同一数据元由两个以上部门收集，又没有首次来源或者牵头部门的，为问题。',
    en: 'Where two departments collect the same element of the same subject and none is the first source or lead, that is a finding.',
  },
  severity: 'VIOLATION',
  cure: {
    zh: '由数据主管部门明确数源部门，其他部门改为共享获取。',
    en: 'The data authority names the source department; the others get it by sharing.',
  },
  roots: ['Collection'],
  *members({ record }, view) {
    const elements = new Set((record.items ?? []).flatMap((item) => (item.element ? [item.element] : [])));
    for (const element of elements) {
      const collections = collected.of(view, `${record.subject}\n${element}`);
      // A group starts from its first collection.
      if (collections[0]?.key === record.key && !isIdentifier(view, element))
        yield { about: record.subject!, element, collections };
    }
  },
  check({ about, element, collections }, view) {
    const organizations = new Set(collections.map((collection) => collection.organization));
    if (organizations.size < 2) return [];
    if (collections.some(leads)) return [];
    const ledUntil = ledBefore.of(view, `${about}\n${element}`).map(({ endedOn }) => endedOn);
    const id = `Element:${element}`;
    const ids = sortedIds(collections.map((collection) => `Collection:${collection.key}`));
    const bodies = sortedIds([...organizations].map((organization) => `Organization:${organization}`));
    return [
      {
        subject: id,
        object: about,
        evidence: [id, ...ids],
        since: lastKnown(secondBegan(collections), ...ledUntil),
        message: {
          zh: `${namesOf(view, bodies)}都在收集“${about}”的${nameOf(view, id)}，未明确数源部门。`,
          en: `${namesOf(view, bodies)} all collect ${nameOf(view, id)} of ${about}, and none is named as the source.`,
        },
      },
    ];
  },
});
