import type { Refusal as Reason } from '#src/foundation/refusal.ts';
import { builder } from './builder.ts';

builder.mutationType({ description: 'Everything that can be done 行为.' });

/** A lawful or formal no behind the payload of every mutation. */
export const Refusal = builder.objectRef<Reason>('Refusal').implement({
  description: 'A lawful or formal no 不予受理: nothing was changed.',
  fields: (t) => ({
    code: t.exposeString('code', { nullable: false, description: 'Stable word for programs 代码.' }),
    message: t.exposeString('message', { nullable: false, description: 'Why, for people 理由.' }),
    path: t.exposeStringList('path', { nullable: false, description: 'Where in the input 位置.' }),
  }),
});
