import { digest } from '../foundation/json.ts';
import type { Place } from './place.ts';
import { containerEnvironment, type Memory } from './server-settings.ts';

/** The Docker image of the local Neo4j. */
export const NEO4J_IMAGE = 'neo4j:5.26-community';

/** The label by which a container of ours tells people whose graph it holds. */
const HOME_LABEL = 'shuyuan.home';

/** What is asked of Docker 容器定义. */
export interface ContainerDefinition {
  readonly image: string;
  /** Of the container, and of the volume with the data that outlives it. */
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly environment: Record<string, string>;
  readonly password: string;
  readonly volume: { readonly source: string; readonly target: string };
}

/** The container of this name for the graph of a home. */
export function containerFor(name: string, place: Place, memory: Memory, password: string): ContainerDefinition {
  return {
    image: NEO4J_IMAGE,
    name,
    labels: { [HOME_LABEL]: place.home },
    environment: containerEnvironment(memory),
    password,
    volume: { source: name, target: '/data' },
  };
}

/** The name for a home that has no container yet. It is noted then, so that a home that is moved keeps its graph. */
export function containerName(place: Place): string {
  return `shuyuan-${digest(place.home)}`;
}
