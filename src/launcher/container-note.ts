import { readFile, rm } from 'node:fs/promises';
import { absent, type Place, writeWhole } from './place.ts';

/** Which container and volume of Docker are this home's; noted before they are made, so that none is ever lost sight of. */
export interface ContainerNote {
  readonly name: string;
  /** True once it has answered: from then on the home's graph is there and nowhere else. */
  readonly answered: boolean;
}

/** The note of this home; null when Docker holds nothing of it. */
export async function readNote(place: Place): Promise<ContainerNote | null> {
  const text = await readFile(place.containerFile, 'utf8').catch(absent);
  return text === null ? null : (JSON.parse(text) as ContainerNote);
}

/** Writes the note, or forgets it. */
export async function keepNote(place: Place, note: ContainerNote | null): Promise<void> {
  if (note === null) await rm(place.containerFile, { force: true });
  else await writeWhole(place.containerFile, JSON.stringify(note));
}
