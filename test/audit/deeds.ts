import { randomUUID } from 'node:crypto';
import type { Deed } from '../../src/audit/record.ts';

/** A deed for tests: a clerk publishes a dataset, unless told otherwise. */
export function deed(of: Partial<Deed> & { subject?: string } = {}): Deed {
  const { subject = 'Dataset:A', ...given } = of;
  return {
    id: randomUUID(),
    at: Date.now(),
    request: 'request-1',
    actor: {
      issuer: 'https://issuer.test',
      subject: 'clerk-1',
      account: 'Account:clerk-1',
      role: 'CLERK',
      organization: 'Organization:A',
      jurisdiction: null,
    },
    onBehalfOf: null,
    act: 'catalog:publish',
    subjects: [{ id: subject, before: 'digest-before', after: 'digest-after' }],
    detail: null,
    ...given,
  };
}
