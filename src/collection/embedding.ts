import { z } from 'zod';
import { Fault } from '../foundation/fault.ts';
import { echo } from '../foundation/text.ts';

/** Where texts are made into vectors 向量化服务: an endpoint of OpenAI's form. */
export interface EmbeddingAddress {
  /** The whole address that texts are posted to. */
  readonly url: URL;
  readonly model: string;
  /** Length of its vectors; null: whatever comes first. */
  readonly dimension: number | null;
  /** Sent as a bearer token; never logged. */
  readonly key: string | null;
}

/** A text as a vector of length one 向量. */
export type Vector = readonly number[];

/** The longest vectors that the graph's index takes. */
const LONGEST = 4096;
/** Characters of a title that are sent; models read no more of it. */
const MOST_CHARACTERS = 256;
const NAME = 'SHUYUAN_EMBEDDINGS';

/** The configured endpoint; null when none is. Throws `Fault` BAD_INPUT that names the variable. */
export function embeddingsFrom(environment: Readonly<Record<string, string | undefined>>): EmbeddingAddress | null {
  const [url, model, dimension, key] = ['URL', 'MODEL', 'DIMENSION', 'KEY'].map(
    (name) => environment[`${NAME}_${name}`]?.trim() || null,
  );
  if (!url) return null;
  if (!model) throw wrong('MODEL', '未设置', 'is missing');
  const length = dimension ? Number(dimension) : null;
  if (length !== null && !(Number.isInteger(length) && length >= 1 && length <= LONGEST))
    throw wrong('DIMENSION', `应为 1 至 ${LONGEST}：${echo(dimension)}`, `must be 1 to ${LONGEST}`);
  return { url: endpointOf(url), model, dimension: length, key: key ?? null };
}

/** The address of an endpoint, of the version that it is under, or of a server alone. */
function endpointOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw wrong('URL', `应为不含口令的 http(s) 地址`, 'must be an http(s) address without a password');
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/embeddings') ? path : `${path === '' ? '/v1' : path}/embeddings`;
  return url;
}

function wrong(name: string, chinese: string, english: string): Fault {
  return new Fault('BAD_INPUT', `环境变量 ${NAME}_${name} ${chinese}。${NAME}_${name} ${english}.`);
}

/** What is sent of a title. */
export function textOf(title: string): string {
  return [...title.trim()].slice(0, MOST_CHARACTERS).join('');
}

const answerForm = z.object({
  data: z.array(z.object({ index: z.int().optional(), embedding: z.array(z.number()) })),
});

/**
 * The vectors of an endpoint's answer in the order in which the texts were sent; null when it is of another form, leaves one out,
 * or holds one without direction. `length`: what they must all have; null: any, the same for all.
 */
export function vectorsIn(answer: unknown, count: number, length: number | null): Vector[] | null {
  const parsed = answerForm.safeParse(answer);
  if (!parsed.success || parsed.data.data.length !== count) return null;
  const inOrder = new Map(parsed.data.data.map(({ index, embedding }, i) => [index ?? i, embedding]));
  const found: Vector[] = [];
  for (let i = 0; i < count; i++) {
    const vector = unit(inOrder.get(i) ?? []);
    if (vector === null || vector.length !== (length ?? found[0]?.length ?? vector.length)) return null;
    found.push(vector);
  }
  return found;
}

/** Of length one; null when it is too long for the index, has no direction, or none that can be told. */
function unit(vector: Vector): Vector | null {
  const norm = Math.hypot(...vector);
  if (vector.length > LONGEST || !(norm > 0) || norm === Number.POSITIVE_INFINITY) return null;
  return vector.map((value) => value / norm);
}
