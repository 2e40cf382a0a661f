import { randomUUID } from 'node:crypto';
import type { Desk } from '../access/desk.ts';
import type { SealKey } from '../audit/seal-key.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Graph } from '../graph/graph.service.ts';
import { migrate } from '../graph/migrate.ts';
import type { Viewer } from '../identity/viewer.ts';
import { upkeep } from './upkeep.ts';

/** The registry, opened: one graph, one clock, at most one key to sign with, a window for each viewer. */
export interface House {
  readonly graph: Graph;
  readonly clock: Clock;
  /** A window for one request of a viewer; `request` is its id in the log and the audit. */
  desk(viewer: Viewer, request?: string): Desk;
  close(): Promise<void>;
}

/** What opening the house found to do. */
export interface Opening {
  readonly house: House;
  /** Migrations that were applied. */
  readonly migrated: readonly string[];
  /** A load that had been interrupted and was taken back. */
  readonly undone: string | null;
}

/**
 * Opens the registry over a graph: migrates it, takes back an interrupted load, moves ended flows to the past.
 * `sealKey` signs the evidence that this house gives out.
 * While another load is alive it opens all the same: readings answer UNAVAILABLE until that load is done.
 */
export async function openHouse(graph: Graph, clock: Clock, sealKey: SealKey | null = null): Promise<Opening> {
  const { applied } = await migrate(graph);
  const undone = await upkeep(graph, clock);
  const house: House = {
    graph,
    clock,
    desk: (viewer, request = randomUUID()) => ({
      graph,
      clock,
      viewer,
      sealKey,
      request,
      traced: new Set(),
      generations: new Set(),
    }),
    close: () => graph.close(),
  };
  return { house, migrated: applied, undone };
}
