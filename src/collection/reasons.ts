import type { Comparison, Prepared } from './features.ts';
import type { MatchRelation } from './relation.ts';
import type { Token } from './title.ts';

const RELATIONS: Record<MatchRelation, string> = {
  SAME: '内容相同 same data',
  CONTAINS: '范围更大，包含所需 holds it and more',
  CONTAINED: '只是其中一部分 holds a part of it',
  OTHER_PERIOD: '同类数据，期间不同 same facts, other period',
  SIBLING_AREA: '同类数据，地区、机构或类别不同 same facts, other area, body or class',
  OVERLAPS: '相关，事项、口径或粒度不同 related, other facts or grain',
};

/** Why a pair was judged as it was, for a person: the relation first, then what it was seen by. */
export function explain(asked: Prepared, found: Prepared, seen: Comparison, relation: MatchRelation): string[] {
  const { alignment: al, features } = seen;
  const reasons = [RELATIONS[relation]];
  if (features.sameTitle === 1) reasons.push('标题一致 same title');
  else if (features.sameCore === 1) reasons.push(`主题一致「${asked.title.core}」 same subject`);
  for (const [a, b] of al.synonyms.slice(0, 2)) reasons.push(`用词不同含义相同：${a}＝${b} synonyms`);
  for (const { a, b, kin } of al.links.slice(0, 2))
    reasons.push(
      kin === 'SIBLINGS'
        ? `同属一类的不同种：${a}／${b} siblings`
        : `${kin === 'BROADER' ? `${a} 包括 ${b}` : `${b} 包括 ${a}`} wider and narrower`,
    );
  for (const { a, b } of al.oppositions.slice(0, 2)) reasons.push(`互斥：${a}／${b} exclusive`);
  const [onlyA, onlyB] = [words(al.restA), words(al.restB)];
  if (onlyA !== '') reasons.push(`仅所需有：${onlyA} only asked for`);
  if (onlyB !== '') reasons.push(`仅该数据集有：${onlyB} only found`);
  const area = areaReason(asked, found, seen);
  if (area) reasons.push(area);
  if (seen.period === 'DISJOINT') reasons.push('期间不同 other period');
  if (seen.period === 'ONE_SIDED') reasons.push('只有一方注明期间 period on one side only');
  if (seen.bodies === 'DIFFERENT')
    reasons.push(`机构不同：${asked.title.body ?? '未写明'}／${found.title.body ?? '未写明'} other body`);
  if (features.powersOneSided === 1) reasons.push('一方是权力事项清单，一方是办理记录 list of powers against records');
  if (features.columnsShared > 0)
    reasons.push(`信息项重合 ${Math.round(features.columnsShared * 100)}% items in common`);
  return reasons;
}

function areaReason(asked: Prepared, found: Prepared, seen: Comparison): string | null {
  const names = `${found.title.area.name}／${asked.title.area.name}`;
  switch (seen.area) {
    case 'EQUAL':
      return null;
    case 'CONTAINS':
      return `地区更大：${names} larger area`;
    case 'CONTAINED':
      return `地区更小：${names} smaller area`;
    case 'DISJOINT':
      return `地区不同：${names} other area`;
    case 'UNKNOWN':
      return `地区待确认：${names} area unclear`;
    default:
      return seen.area satisfies never;
  }
}

function words(rest: readonly Token[]): string {
  return rest
    .filter((token) => token.role.share > 0.1)
    .map((token) => token.text)
    .join('')
    .slice(0, 20);
}
