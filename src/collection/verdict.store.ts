import type { Sight } from '../access/see.ts';
import { datasetKind } from '../catalog/dataset.ts';
import type { Tx } from '../graph/graph.service.ts';
import { entryOf } from '../record/entry.ts';
import type { Content } from '../record/kind.ts';
import { verdicts } from './collection.statements.ts';
import { type HeldVerdict, holds, pairOf } from './standing.ts';
import { type Substance, substanceOf, type Verdict } from './verdict.ts';

/** All verdicts that a viewer may see, by pair, held against what the datasets are today. */
export async function heldVerdicts(tx: Tx, { now, sights }: Pick<Sight, 'now' | 'sights'>) {
  const rows = await tx.run(verdicts, { now, sights });
  const byVerdict = [...Map.groupBy(rows, ({ id }) => id).entries()];
  const held = byVerdict.map(([id, sides]): HeldVerdict => {
    const { content, recordedAt } = sides[0]!;
    const said = JSON.parse(content) as Verdict;
    const [a = '', b = ''] = said.datasets.map((key) => `Dataset:${key}`);
    const today = [a, b].map((side) => sides.find(({ dataset }) => dataset === side));
    return {
      id,
      sides: [a, b],
      verdict: said.verdict,
      speaksFor: said.speaksFor.map((key) => `Dataset:${key}`),
      byAuthority: said.organization === undefined,
      leadDepartment: said.leadDepartment === undefined ? null : `Organization:${said.leadDepartment}`,
      current: holds(
        said,
        today.map((row) => (row === undefined ? null : substanceOf({ ...row, items: row.items ?? [] }))),
      ),
      recordedAt,
    };
  });
  return Map.groupBy(held, ({ sides: [a, b] }) => pairOf(a, b));
}

/** What a dataset is in substance, from its content: the same as from what stands beside it in the graph. */
export function substanceOfRecord(content: Content): string {
  const said = entryOf(datasetKind, content).properties as unknown as Omit<Substance, 'items'> & {
    itemNames?: string[];
  };
  return substanceOf({ ...said, items: said.itemNames ?? [] });
}
