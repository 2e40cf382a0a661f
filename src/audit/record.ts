import { hash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../foundation/json.ts';
import { byCodePoint } from '../foundation/text.ts';

const text = z.string();
const maybe = text.nullish().transform((value) => value ?? null);

/** Who did a deed 行为人: whom the issuer of the sign-in named, and what the registry took them for. */
const actor = z.strictObject({
  issuer: text,
  subject: text,
  account: maybe,
  role: text,
  organization: maybe,
  jurisdiction: maybe,
});

/** What a deed was about 事项对象: a record, or another thing such as a load; digests of what it said before and after. */
const subject = z.strictObject({
  id: text,
  before: maybe,
  after: maybe,
  /** Digest of the record of the deed before this one about the same thing; null: this is the first. */
  previous: maybe,
});

/** What a record of the log says 审计记录, as it stands in `content`: canonical JSON, absent and null mean the same. */
const written = z.strictObject({
  id: text,
  /** By the real clock, epoch milliseconds. */
  at: z.int(),
  request: text,
  actor,
  onBehalfOf: maybe,
  act: text,
  subjects: z.array(subject),
  detail: z
    .record(text, z.unknown())
    .nullish()
    .transform((value) => value ?? null),
});

/** What a record of the log says 审计记录. */
export type Written = z.output<typeof written>;

/** Who did a deed 行为人. */
export type Actor = Written['actor'];

/** A deed, to be put on record 行为: who, for whom, which act, about what, with which outcome. */
export type Deed = Readonly<Omit<Written, 'subjects'>> & {
  readonly subjects: readonly Readonly<{ id: string; before: string | null; after: string | null }>[];
};

/** What stands in the graph as properties of a record, all of it said by its content. */
export interface Properties {
  readonly id: string;
  readonly at: number;
  readonly act: string;
  /** The account; without one, issuer and subject. */
  readonly actor: string;
  readonly request: string;
  readonly content: string;
  readonly digest: string;
}

const LEAF = Buffer.from([0]);

/**
 * The digest of a record: its leaf hash after RFC 9162, SHA-256 of a zero byte and the content in UTF-8, in base64url.
 * The tree is made of these digests, so whoever seals need not read what the records say.
 */
export function digestOf(content: string): string {
  return hash('sha256', Buffer.concat([LEAF, Buffer.from(content)]), 'base64url');
}

/** Ids of what a deed is about, each once, in the order in which they are locked. */
export function subjectIds(deed: Pick<Deed, 'subjects'>): string[] {
  return [...new Set(deed.subjects.map(({ id }) => id))].sort(byCodePoint);
}

/** The content of a deed's record, once it is known which record was the last about each of its subjects. */
export function contentOf(deed: Deed, last: ReadonlyMap<string, string | null>): string {
  const { id, at, request, actor, onBehalfOf, act, detail } = deed;
  const subjects = deed.subjects.map((one) => ({
    id: one.id,
    before: one.before,
    after: one.after,
    previous: last.get(one.id) ?? null,
  }));
  return canonicalJson({ id, at, request, actor, onBehalfOf, act, subjects, detail });
}

/** Reads the content of a record; null for a text that is none. */
export function readContent(content: string): Written | null {
  try {
    const said = written.safeParse(JSON.parse(content));
    return said.success && canonicalJson(said.data) === content ? said.data : null;
  } catch {
    return null;
  }
}

/** The properties that queries look at; they follow from the content alone. */
export function propertiesOf(content: string, { id, at, act, actor: who, request }: Written | Deed): Properties {
  return { id, at, act, actor: actorName(who), request, content, digest: digestOf(content) };
}

/** How an actor is named in questions: by the account; without one by issuer and subject. */
export function actorName({ account, issuer, subject: sub }: Actor): string {
  return account ?? `${issuer} ${sub}`;
}
