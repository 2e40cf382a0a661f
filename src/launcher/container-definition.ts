import { digest } from '../foundation/json.ts';
import type { Place } from './place.ts';
import { containerEnvironment, type Memory } from './server-settings.ts';

/** The Docker image of the local Neo4j. */
export const NEO4J_IMAGE = 'neo4j:5.26-community';

/** The label by which a container of ours says whose graph it holds. */
const HOME_LABEL = 'shuyuan.home';

/** What is asked of Docker 容器定义. One home has one container and one volume, whose names follow from the home's path. */
export interface ContainerDefinition {
  readonly image: string;
  /** Also the name of the volume with the data, which outlives the container. */
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly environment: Record<string, string>;
  readonly password: string;
  readonly volume: { readonly source: string; readonly target: string };
}

/** The container for the graph of a home. */
export function containerFor(place: Place, memory: Memory, password: string): ContainerDefinition {
  const name = containerName(place);
  return {
    image: NEO4J_IMAGE,
    name,
    labels: { [HOME_LABEL]: place.home },
    environment: containerEnvironment(memory),
    password,
    volume: { source: name, target: '/data' },
  };
}

/** The name of a home's container and volume. */
export function containerName(place: Place): string {
  return `shuyuan-${digest(place.home)}`;
}
