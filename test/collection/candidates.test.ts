import { describe, expect, it } from 'vitest';
import { CandidateIndex } from '../../src/collection/candidates.ts';
import { prepare } from '../../src/collection/features.ts';
import { KUNMING, lexicon } from './matching-data.ts';

const TITLES = [
  '昆明市驾校名录',
  '昆明市机动车驾驶员培训机构信息',
  '昆明市公厕信息',
  '五华区公共厕所分布',
  '昆明市水库信息',
];

function indexed() {
  const datasets = new Map(TITLES.map((title) => [title, prepare(lexicon, { title, home: KUNMING })]));
  const index = new CandidateIndex(lexicon);
  for (const [id, prepared] of datasets) index.add(id, prepared);
  return { datasets, index };
}

describe('candidates in memory', () => {
  it('finds what only synonyms connect', () => {
    const { index } = indexed();
    expect(
      index
        .candidates(prepare(lexicon, { title: '汽车驾校', home: KUNMING }), 2)
        .map((c) => c.id)
        .sort(),
    ).toEqual(TITLES.slice(0, 2).sort());
  });

  it('forgets what is removed and replaces what is added again', () => {
    const { index, datasets } = indexed();
    index.remove('昆明市驾校名录');
    index.add('昆明市水库信息', datasets.get('昆明市水库信息')!);
    expect(index.size).toBe(4);
    const ids = index.candidates(datasets.get('昆明市驾校名录')!, 10).map((c) => c.id);
    expect(ids).toContain('昆明市机动车驾驶员培训机构信息');
    expect(ids).not.toContain('昆明市驾校名录');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('answers the same after any order of adding and removing', () => {
    const { index, datasets } = indexed();
    const fresh = index.candidates(datasets.get('昆明市公厕信息')!, 10);
    for (const id of [...TITLES].reverse()) {
      index.remove(id);
      index.add(id, datasets.get(id)!);
    }
    expect(index.candidates(datasets.get('昆明市公厕信息')!, 10)).toEqual(fresh);
  });
});
