import { readFile, rm } from 'node:fs/promises';
import { absent, type Place, writeWhole } from './place.ts';

/**
 * The name of the container and the volume of Docker that hold this home's graph; null when Docker holds nothing of it.
 * Noted before they are made, so that none is ever lost sight of, and kept when the home is moved.
 */
export async function notedContainer(place: Place): Promise<string | null> {
  const text = await readFile(place.containerFile, 'utf8').catch(absent);
  return text?.trim() || null;
}

/** Notes that Docker holds this home's graph, under this name. */
export async function noteContainer(place: Place, name: string): Promise<void> {
  await writeWhole(place.containerFile, name);
}

/** Forgets it: the container and the volume are gone. */
export async function forgetContainer(place: Place): Promise<void> {
  await rm(place.containerFile, { force: true });
}
