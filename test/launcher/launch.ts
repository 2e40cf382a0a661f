import { startLocalGraph } from '../../src/launcher/launcher.service.ts';

/** A launcher as a process of its own, to be killed or to race another: prints what it started as one line of JSON. */
const { address, origin, started } = await startLocalGraph(process.env, {
  ways: ['JAVA'],
  onProgress: (line) => console.error(line),
});
console.log(JSON.stringify({ uri: address.uri, origin, started }));
