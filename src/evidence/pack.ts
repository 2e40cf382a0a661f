import { z } from 'zod';
import { opened, openHead, type SignatureFault } from '../audit/head.ts';
import { rootFromInclusion } from '../audit/merkle.ts';
import { digestOf, readContent } from '../audit/record.ts';
import type { TrustedKeys } from '../audit/seal-key.ts';

/** What an evidence pack says it is. */
export const PACK_TYPE = 'shuyuan-evidence+jws';

const ids = z.array(z.string()).readonly();

/** An evidence pack 证据包: where a product comes from, and the records of the deeds behind it, at a signed head. */
const pack = z.strictObject({
  of: z.string(),
  /** By the real clock, ISO 8601. */
  issuedAt: z.string(),
  issuedTo: z.string(),
  provenance: z.looseObject({ origins: ids, legalBases: ids, complete: z.boolean() }),
  chain: z.looseObject({ ancestors: ids, descendants: ids }),
  /** Every flow upstream: the chains edge by edge. */
  flows: z.array(z.looseObject({ from: z.string(), to: z.string(), kind: z.string() })),
  /** Every record that these name, as the registry held it. */
  records: z.array(z.strictObject({ id: z.string(), content: z.unknown() })),
  audit: z.strictObject({
    head: z.string(),
    /** Whether these are all audit records about it: none more, none that waits to be sealed, none kept from the viewer. */
    complete: z.boolean(),
    records: z.array(z.strictObject({ content: z.string(), leaf: z.int(), path: ids })),
  }),
});

/** An evidence pack 证据包. */
export type Pack = z.output<typeof pack>;

/** What checking a pack found: the pack, or the first thing that is wrong, in words. */
export type PackCheck = { readonly pack: Pack; readonly size: number } | { readonly wrong: string };

/** Checks a pack without a database 离线核验: its signature, its head's, and that every audit record stands under that head. */
export async function checkPack(jws: string, keys: TrustedKeys): Promise<PackCheck> {
  const found = await opened(jws.trim(), PACK_TYPE, keys);
  if ('fault' in found) return { wrong: WORDS[found.fault] };
  const said = pack.safeParse(readJson(found.payload));
  if (!said.success) return { wrong: '不是证据包。It is signed, but no evidence pack.' };
  const { head: token, records } = said.data.audit;
  const head = await openHead(token, keys);
  if ('fault' in head)
    return { wrong: `证据包中的树头不可信。The tree head in the pack cannot be relied on (${head.fault}).` };
  for (const { content, leaf, path } of records) {
    const hashes = path.map((text) => Buffer.from(text, 'base64url'));
    const root = rootFromInclusion(Buffer.from(digestOf(content), 'base64url'), leaf, head.size, hashes);
    if (root?.toString('base64url') !== head.root || readContent(content) === null)
      return { wrong: `审计记录 #${leaf} 不在树头之下。Audit record #${leaf} does not stand under the head.` };
  }
  return { pack: said.data, size: head.size };
}

const WORDS: Readonly<Record<SignatureFault, string>> = {
  NOT_SIGNED_TEXT: '文件不是证据包，或已被改动。The file is no evidence pack, or was altered.',
  UNKNOWN_KEY: '签名密钥不在所给公钥之中。It was not signed with any of the keys given.',
  WRONG_SIGNATURE: '签名不符：证据包被改动过。The signature does not fit: the pack was altered.',
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
