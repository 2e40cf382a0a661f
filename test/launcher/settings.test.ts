import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { launcherSettings } from '../../src/launcher/settings.ts';

test('an empty environment names no graph and a home in the working folder', () => {
  expect(launcherSettings({ NEO4J_URI: '', SHUYUAN_HOME: '' })).toMatchObject({
    own: null,
    home: resolve('.shuyuan'),
    jars: resolve('.shuyuan/jars'),
    heap: null,
    pageCache: null,
  });
});

test.each(['bolt://db:7687', 'neo4j://db', 'neo4j+s://x.databases.neo4j.io', 'bolt+ssc://10.0.0.1:7687'])(
  'a graph of the user’s own is named by its address: %s',
  (uri) => {
    expect(launcherSettings({ NEO4J_URI: uri, NEO4J_PASSWORD: 'p', NEO4J_DATABASE: 'city' }).own).toEqual({
      uri,
      user: 'neo4j',
      password: 'p',
      database: 'city',
    });
  },
);

test.each(['http://db:7474', 'db:7687', 'bolt://', 'bolt://neo4j:secret@db'])('%s is no address', (uri) => {
  const reading = () => launcherSettings({ NEO4J_URI: uri });
  expect(reading).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT', message: expect.stringContaining('NEO4J_URI') }),
  );
  expect(reading).not.toThrow(/secret/);
});

test('memory is given in m or g', () => {
  const given = launcherSettings({ SHUYUAN_GRAPH_HEAP: '2g', SHUYUAN_GRAPH_PAGECACHE: '512M' });
  expect(given).toMatchObject({ heap: 2048, pageCache: 512 });
});

test.each(['2', 'lots', '-1g', '1.5g', '255m', '0g'])('a heap of %s is refused', (value) => {
  expect(() => launcherSettings({ SHUYUAN_GRAPH_HEAP: value })).toThrow(/SHUYUAN_GRAPH_HEAP/);
});
