import type { GraphAddress } from './graph-address.ts';
import type { Place } from './place.ts';
import type { LauncherSettings } from './settings.ts';

/** How a local Neo4j is run: in a container of Docker, or as a Java process of our own. */
export type Way = 'DOCKER' | 'JAVA';

/** A local server that is there; whether it answers yet is another question (answering.ts). */
export interface Found {
  readonly address: GraphAddress;
  /** For people: `pid 4711` or the container's name. */
  readonly process: string;
  /** False from the moment its process or container is gone. */
  readonly alive: () => Promise<boolean>;
}

/** Takes one line about how the launch goes, Chinese first, then English. */
export type Report = (line: string) => void;

/** What each way can do with the server of one home. Starting, stopping and discarding happen under the launcher's lock. */
export interface LocalWay {
  /** False when this machine plainly has not what the way needs; the next one is then tried without a word. */
  readonly able: () => Promise<boolean>;
  /** The server of this home, also when another launcher started it; null when none runs. */
  readonly find: (place: Place) => Promise<Found | null>;
  /** Starts a server where none runs and returns when it answers; throws UNAVAILABLE. */
  readonly start: (place: Place, settings: LauncherSettings, report: Report) => Promise<GraphAddress>;
  /** Stops it cleanly and waits; false when none ran. */
  readonly stop: (place: Place) => Promise<boolean>;
  /** Deletes what this way keeps outside the home's graph folder. The server must be stopped. */
  readonly discard: (place: Place) => Promise<void>;
}
