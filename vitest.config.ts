import { defineConfig } from 'vitest/config';

/** One Neo4j serves the whole run, so files follow each other. */
// biome-ignore lint/style/noDefaultExport: the runner looks for a default export
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/stage/global.ts'],
    fileParallelism: false,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
