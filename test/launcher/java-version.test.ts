import { expect, test } from 'vitest';
import { chooseJava, javaMajor } from '../../src/launcher/java-version.ts';

test.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', 17],
  ['Picked up JAVA_TOOL_OPTIONS: -Dx=1\nopenjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "26-ea" 2026-03-17', 26],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', null],
])('the version in %j is %j', (printed, major) => {
  expect(javaMajor(printed)).toBe(major);
});

const java = (major: number) => ({ program: `/java/${major}/bin/java`, major });

test('the first Java that Neo4j is built for is taken, or else one on which it works', () => {
  expect(chooseJava([java(25), java(17), java(21)])).toEqual(java(17));
  expect(chooseJava([java(11), java(25), java(23)])).toEqual(java(25));
  expect(chooseJava([java(8), java(16), java(26)])).toBeNull();
  expect(chooseJava([])).toBeNull();
});
