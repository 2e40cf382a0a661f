import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { headsFile } from '../audit/heads-file.ts';
import { keysIn, sealKey, type TrustedKeys, trustedKeys } from '../audit/seal-key.ts';
import { type AuditVerification, verifyAudit } from '../audit/verify.service.ts';
import { checkPack, type Pack } from '../evidence/pack.ts';
import { verifyDeeds } from '../exchange/bundle/proven.service.ts';
import { verifyRegistry } from '../exchange/bundle/verify.service.ts';
import { Fault } from '../foundation/fault.ts';
import { shuyuanHome } from '../launcher/launcher.service.ts';
import { EXIT } from './exit.ts';
import { openRegistry } from './open.ts';
import { settingsFrom } from './settings.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly json?: true;
  readonly key?: string;
  readonly head?: string;
}

/** `shuyuan verify` */
export function verifyCommand(out: Terminal, ended: (exit: number) => void): Command {
  return new Command('verify')
    .description(
      '核对登记库与审计日志，指出第一处错误。Check the registry and its audit log; name the first thing that is wrong.',
    )
    .argument('[file]', '证据包：离线核验，不需要数据库 an evidence pack: checked offline, without a database')
    .option('--key <file>', '另信任其中的公钥（PEM） a file with further public keys to trust (PEM)')
    .option('--head <file>', '自行保存的树头，一行一个 tree heads that you kept yourself, one a line')
    .option('--json', '以 JSON 输出报告 the report as JSON')
    .action(async (file: string | undefined, { json, key, head }: Options) => {
      const keys = await keysOf(key);
      if (file !== undefined) {
        const found = await checkPack(await textOf(file), keys);
        if ('wrong' in found) ended(EXIT.REFUSED);
        out.result('wrong' in found ? found.wrong : packWords(found));
        return;
      }
      if (head !== undefined) await textOf(head);
      const house = await openRegistry(settingsFrom(process.env), out);
      try {
        const registry = await verifyRegistry(house.graph);
        const against = { keys, headsFile: headsFile(shuyuanHome(process.env)), keptHeads: head ?? null };
        const audit = await verifyAudit(house.graph, against);
        const { records, flows, lastLoad } = registry;
        const unproven = registry.wrong === null && audit.wrong === null ? await verifyDeeds(house.graph) : null;
        const wrong = registry.wrong ?? audit.wrong?.message ?? unproven;
        const load = lastLoad === null ? '无 none' : `${lastLoad.load} ${lastLoad.state}`;
        const words = [
          `最近一次装载 last load: ${load}`,
          `已核对 checked: ${records} 条记录 records, ${flows} 条数据流 flows`,
          ...auditWords(audit),
          wrong === null ? '一致。Everything agrees.' : `第一处错误 first thing that is wrong: ${wrong}`,
        ];
        out.result(json ? JSON.stringify({ ...registry, audit, wrong }, null, 2) : words.join('\n'));
        if (wrong !== null) ended(EXIT.REFUSED);
      } finally {
        await house.close();
      }
    });
}

/** What a pack says, once it is checked, in words. */
function packWords({ pack, size }: { readonly pack: Pack; readonly size: number }): string {
  const { of, issuedAt, issuedTo, provenance, flows, records, audit } = pack;
  return [
    `证据包可信 the pack holds: ${of}，出具 issued ${issuedAt} → ${issuedTo}`,
    `来源 origins ${provenance.origins.length}, 依据 legal bases ${provenance.legalBases.length}, 数据流 flows ${flows.length}, 记录 records ${records.length}, 溯源完整 complete ${provenance.complete}`,
    `审计记录 audit records ${audit.records.length}，均在 ${size} 条的树头之下 all under the signed head of ${size}`,
  ].join('\n');
}

/** What was checked of the audit log, and what no signature covers yet. */
function auditWords({ sealed, heads, unsealed, unsealedSince }: AuditVerification): string[] {
  const since = unsealedSince === null ? '' : `, 最早 since ${new Date(unsealedSince).toISOString()}`;
  return [
    `审计日志 audit log: ${sealed} 条已封存 records sealed, ${heads} 个树头 signed heads`,
    `未封存 unsealed: ${unsealed}${since}（封存前约一秒内的记录只由对象上的摘要保护；能改写整个图的人仍可不留痕迹地删去它们。Until it is sealed, about a second after the deed, a record is protected only by the digest on its subject: whoever can write the whole graph can still take it out without a trace.）`,
  ];
}

/** The keys that count: all that sealed in this home, the one configured, and those given. */
async function keysOf(file: string | undefined): Promise<TrustedKeys> {
  const home = shuyuanHome(process.env);
  const named = process.env['SHUYUAN_SEAL_KEY'];
  if (named) await sealKey(home, named);
  const given = file === undefined ? new Map() : keysIn(await textOf(file));
  if (file !== undefined && given.size === 0)
    throw new Fault('BAD_INPUT', `文件里没有 Ed25519 公钥：${file}。No Ed25519 public key in ${file}`);
  return new Map([...(await trustedKeys(home)), ...given]);
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new Fault('BAD_INPUT', `读不到文件：${file}。Cannot read ${file}`, { cause: error });
  });
}
