/** A Java runtime found on this machine. */
export interface Java {
  /** Path of the `java` program, links resolved. */
  readonly program: string;
  readonly major: number;
}

/** Neo4j 5.26 is built for 17 and 21; that it also runs on 25, full-text and vector indexes included, was tried. */
const BUILT_FOR: readonly number[] = [17, 21];
export const OLDEST_JAVA = 17;
export const NEWEST_JAVA = 25;

/** The major version in what `java -version` prints: `1.8.0_402` is 8, `17.0.15` is 17; null when there is none. */
export function javaMajor(printed: string): number | null {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(printed) ?? [];
  if (first === undefined) return null;
  return Number(first === '1' && second !== undefined ? second : first);
}

/** True for a Java that Neo4j 5.26 is built for. */
export function isBuiltFor(java: Java): boolean {
  return BUILT_FOR.includes(java.major);
}

/** The Java to run: the first that Neo4j is built for, or else the first on which it works; null when there is none. */
export function chooseJava(found: readonly Java[]): Java | null {
  const working = found.filter(({ major }) => major >= OLDEST_JAVA && major <= NEWEST_JAVA);
  return working.find(isBuiltFor) ?? working[0] ?? null;
}
