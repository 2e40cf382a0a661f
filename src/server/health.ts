import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFault } from '../foundation/fault.ts';
import { readableState } from '../graph/registry.ts';
import type { House } from '../house/house.ts';

const WORK = { name: 'health', limit: 2_000 };

/** Answers `/health/live` (the process runs) and `/health/ready` (503 while a load is under way, or the graph is away). */
export function health({ graph }: House) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0];
    if (path === '/health/live') return send(response, 200, { status: 'live' });
    if (path !== '/health/ready') return send(response, 404, { status: 'not found' });
    try {
      const { generation } = await graph.read(WORK, readableState);
      return send(response, 200, { status: 'ready', generation });
    } catch (error) {
      const reason = isFault(error) ? error.message : '图数据库没有应答。The graph does not answer.';
      return send(response, 503, { status: 'not ready', reason });
    }
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
