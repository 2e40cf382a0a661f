import { recordReading } from '../audit/reading.service.ts';
import { actorOf } from './act.ts';
import type { Desk } from './desk.ts';

/**
 * Puts on record what a request read of personal data or of level 4 and above 查阅留痕, before its answer leaves: nobody who is
 * signed in reads it without a trace. What the public reads is openly listed, and nobody is known to have read it.
 */
export async function leaveTrace({ graph, viewer, request, traced }: Desk): Promise<void> {
  if (viewer.signedIn === null) return;
  const onBehalfOf = viewer.organization ?? viewer.jurisdiction;
  await recordReading(graph, { request, actor: actorOf(viewer), onBehalfOf, subjects: traced });
}
