import { Neo4jContainer } from '@testcontainers/neo4j';
import type { ContainerDefinition } from './container-definition.ts';

const START_WITHIN_MS = 180_000;

/** The Neo4j container as testcontainers makes it, but kept when we end, and heard on this machine alone. */
export class LocalContainer extends Neo4jContainer {
  constructor(definition: ContainerDefinition) {
    super(definition.image);
    const { source, target } = definition.volume;
    this.withName(definition.name)
      .withLabels(definition.labels)
      .withEnvironment(definition.environment)
      .withPassword(definition.password)
      .withBindMounts([{ source, target }])
      .withReuse()
      .withAutoCleanup(false)
      .withStartupTimeout(START_WITHIN_MS);
    this.bindToLoopback();
  }

  /** Testcontainers would publish the ports on all addresses of the machine. */
  private bindToLoopback(): void {
    const ports = Object.keys(this.hostConfig.PortBindings ?? {});
    const loopback = [{ HostIp: '127.0.0.1', HostPort: '0' }];
    this.hostConfig.PortBindings = Object.fromEntries(ports.map((port) => [port, loopback]));
  }
}
