import neo4j from 'neo4j-driver';
import { inject } from 'vitest';

/** Asks the test graph anything, past the registry: to arrange what it cannot, or to see what it did. */
export async function query(
  text: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>[]> {
  const { uri, user, password } = inject('graph');
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(text, params);
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}
