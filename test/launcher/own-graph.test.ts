import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { findGraph, openGraph } from '../../src/launcher/launcher.service.ts';

test('a graph of the user’s own that is away is named, and nothing is started in its place', async () => {
  const environment = { NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'p', PATH: '' };
  await expect(openGraph(environment)).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: expect.stringMatching(/bolt:\/\/127\.0\.0\.1:1.*NEO4J_URI.*Cannot reach/),
  });
});

test('one that listens and never answers is away too', async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(openGraph({ NEO4J_URI: `bolt://127.0.0.1:${port}` })).rejects.toThrow(/Cannot reach/);
});

test('finding it does not ask it', async () => {
  expect(await findGraph({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_USER: 'clerk', NEO4J_PASSWORD: 'p' })).toEqual({
    uri: 'bolt://127.0.0.1:1',
    user: 'clerk',
    password: 'p',
  });
});
