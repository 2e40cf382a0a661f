import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { vi } from 'vitest';

/** What was asked of the engine to make a container. */
export interface Creation {
  readonly Image: string;
  readonly Env: readonly string[];
  readonly Labels: Record<string, string>;
  readonly HostConfig: {
    readonly Binds: readonly string[];
    readonly PortBindings: Record<string, readonly { HostIp: string; HostPort: string }[]>;
  };
}

/**
 * A Docker engine's side of the conversation, on a socket, for machines without one. It keeps one container in mind; whoever
 * connects to its Bolt port reaches a Neo4j that runs anyway. It proves what we ask of Docker, not what Docker makes of it.
 */
export class StandInEngine {
  /** Every request, such as `POST /containers/create`, without queries and the version. */
  readonly requests: string[] = [];
  creation: Creation | null = null;
  running = false;
  /** When set, starting a container fails with these words. */
  failure: string | null = null;
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private readonly folder = mkdtempSync(join(tmpdir(), 'shuyuan-engine-'));
  private readonly boltPort: string;

  constructor(boltPort: string) {
    this.boltPort = boltPort;
  }

  /** Listens, and lets DOCKER_HOST name it. Testcontainers asks for that once in a process. */
  async listen(): Promise<void> {
    const socket = join(this.folder, 'engine.sock');
    await new Promise<void>((done) => this.server.listen(socket, done));
    vi.stubEnv('DOCKER_HOST', `unix://${socket}`);
    vi.stubEnv('TESTCONTAINERS_HOST_OVERRIDE', 'localhost');
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
    vi.unstubAllEnvs();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://engine');
    const path = pathname.replace(/^\/v[\d.]+/, '');
    const asked = `${request.method} ${path}`;
    this.requests.push(asked);
    const send = (status: number, body?: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    if (asked === 'GET /info')
      return send(200, { OperatingSystem: 'stand-in', OSType: 'linux', MemTotal: 8 * 1024 ** 3 });
    if (asked.startsWith('GET /images/')) return send(200, { Id: 'image' });
    if (asked === 'GET /containers/json') return send(200, []);
    if (asked === 'POST /containers/create') {
      this.creation = (await json(request)) as Creation;
      this.creation.Labels['name'] = searchParams.get('name') ?? '';
      return send(201, { Id: 'stand-in' });
    }
    if (/^DELETE \/volumes/.test(asked)) return send(204);
    if (this.creation === null) return send(404, { message: 'no such thing' });
    if (/^GET \/containers\/.*\/logs$/.test(asked)) return this.sendLog(response);
    if (/^GET \/containers\/.*\/json$/.test(asked)) return send(200, this.inspection());
    if (/^POST \/containers\/.*\/start$/.test(asked)) {
      if (this.failure !== null) return send(500, { message: this.failure });
      this.running = true;
      return send(204);
    }
    if (/^POST \/containers\/.*\/stop$/.test(asked)) {
      this.running = false;
      return send(204);
    }
    if (/^DELETE \/containers\//.test(asked)) {
      this.creation = null;
      return send(204);
    }
    return send(200, {});
  }

  /** One frame of the engine's log stream: stdout, length, text. */
  private sendLog(response: ServerResponse): void {
    const line = Buffer.from('INFO  Started.\n');
    const head = Buffer.from([1, 0, 0, 0, 0, 0, 0, line.length]);
    response.writeHead(200, { 'content-type': 'application/vnd.docker.raw-stream' });
    response.write(Buffer.concat([head, line]));
  }

  private inspection() {
    const bound = [{ HostIp: '127.0.0.1', HostPort: this.boltPort }];
    return {
      Id: 'stand-in',
      Name: '/stand-in',
      State: {
        Running: this.running,
        Status: this.running ? 'running' : 'exited',
        StartedAt: new Date().toISOString(),
      },
      Config: { Hostname: 'stand-in', Labels: this.creation?.Labels ?? {}, Tty: false },
      HostConfig: { PortBindings: this.creation?.HostConfig.PortBindings ?? {} },
      NetworkSettings: { Ports: this.running ? { '7687/tcp': bound, '7474/tcp': bound } : {}, Networks: {} },
    };
  }
}
