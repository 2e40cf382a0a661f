import { parseId } from '#src/foundation/id.ts';
import { answersFor } from './conventions.ts';
import type { Standing } from './finding-life.ts';
import type { View } from './view.ts';

/**
 * Who has to do something about a finding 责任单位: whoever answers for the asset it is about, implements the plan, grants the qualification, and so on.
 * No owner for what belongs to everybody: a place, an element, law.
 */
export function standingOf(view: View, subject: string): Standing {
  const key = ofRecord(view, subject);
  const place = subject.startsWith('Jurisdiction:')
    ? subject.slice('Jurisdiction:'.length)
    : key == null
      ? null
      : view.organizations.get(key)?.jurisdiction;
  return {
    owner: key == null ? null : `Organization:${key}`,
    place: place == null ? null : `Jurisdiction:${place}`,
  };
}

function ofRecord(view: View, subject: string): string | null | undefined {
  const id = parseId(subject);
  if (id === null) return null;
  const implementerOf = (plan: string | undefined) => (plan === undefined ? null : view.plans.get(plan)?.implementer);
  switch (id.type) {
    case 'Organization':
      return id.key;
    case 'Plan':
      return implementerOf(id.key);
    case 'Agreement':
      return implementerOf(view.agreements.get(id.key)?.plan);
    case 'Disclosure':
      return view.disclosures.get(id.key)?.by;
    case 'Qualification':
      return view.qualifications.get(id.key)?.grantedBy ?? view.qualifications.get(id.key)?.applicant;
    case 'Request':
      return view.requests.get(id.key)?.requester;
    case 'Use':
      return view.uses.get(id.key)?.organization;
    case 'Registration':
      return view.registrations.get(id.key)?.holder;
    default:
      return answersFor(view, subject);
  }
}
