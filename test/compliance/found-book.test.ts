import { describe, expect, it } from 'vitest';
import { findingId, rankOfFinding, stretchesOf } from '#src/compliance/finding-id.ts';
import { FoundBook } from '#src/compliance/found-book.ts';
import { Numbers } from '#src/compliance/numbers.ts';
import type { Finding, Severity } from '#src/compliance/rule.ts';
import { RULES } from '#src/compliance/rules.ts';
import { READ, Trace } from '#src/compliance/trace.ts';
import { Dice } from './dice.ts';

const finding = (rule: string, subject: string, object: string, severity: Severity): Finding => ({
  rule,
  subject,
  object,
  severity,
  evidence: [],
  since: null,
  message: { zh: '', en: '' },
  cure: { zh: '', en: '' },
});
const RULE_CODES = ['R1-1', 'R2-2'];
const SUBJECTS = ['Dataset:A', 'Dataset:B', 'Product:C'];

it('what was found last of each record is known, whatever it was', () => {
  const dice = new Dice(3);
  const book = new FoundBook(RULE_CODES);
  const told = new Map<string, readonly Finding[]>();
  for (let step = 0; step < 3_000; step++) {
    const [slot, number] = [dice.below(2), dice.below(400)];
    const id = `Dataset:${number}`;
    const some = Array.from({ length: dice.below(4) }, () =>
      finding(
        RULE_CODES[slot]!,
        dice.is(0.5) ? id : SUBJECTS[dice.below(3)]!,
        dice.is(0.5) ? '' : 'x',
        dice.is(0.5) ? 'REVIEW' : 'VIOLATION',
      ),
    );
    book.set(slot, number, id, some);
    told.set(`${slot} ${number}`, some);
    const [other, another] = [dice.below(2), dice.below(400)];
    const expected = (told.get(`${other} ${another}`) ?? []).map((one) => ({
      id: findingId(one),
      severity: one.severity,
    }));
    expect(book.of(other, another, `Dataset:${another}`)).toEqual(expected);
  }
});

it('everybody who read something is known, once, be they few or many', () => {
  const dice = new Dice(5);
  const trace = new Trace(new Numbers());
  const told = new Map<string, Set<number>>();
  for (let step = 0; step < 20_000; step++) {
    // Some things are read by many, most by few.
    const id = `Dataset:${dice.is(0.3) ? dice.below(3) : dice.below(2_000)}`;
    const [read, reader] = [dice.is(0.5) ? READ.LEVEL : READ.INTO, dice.below(300)];
    trace.as(reader, () => trace.note(read, id));
    const thing = `${read} ${id}`;
    told.set(thing, (told.get(thing) ?? new Set()).add(reader));
  }
  for (const [thing, readers] of told) {
    const [read, id] = thing.split(' ') as [string, string];
    const found = [...trace.readersOf(Number(read) as typeof READ.LEVEL, id)];
    expect(found.toSorted((a, b) => a - b)).toEqual([...readers].sort((a, b) => a - b));
  }
  expect(trace.size).toBe([...told.values()].reduce((sum, { size }) => sum + size, 0));
  expect([...trace.readersOf(READ.RECORD, 'Dataset:0')]).toEqual([]);
  expect([...trace.readersOf(READ.LEVEL, 'Dataset:NOBODY')]).toEqual([]);
});

describe('the order of findings', () => {
  const stretches = stretchesOf(RULES.map(({ code }) => code));
  const stretchOf = (rule: string) => {
    const rank = rankOfFinding({ rule, subject: 'Dataset:数据', object: '~' });
    return stretches.flatMap(({ from, upTo }, i) => (rank > from && rank < upTo ? [i] : []));
  };

  it('has one stretch for each rule, in the order of the list', () => {
    expect(RULES.map(({ code }) => stretchOf(code))).toEqual(RULES.map((_, i) => [i]));
  });

  it('leaves no rule out that is no more', () => {
    for (const rule of ['R1-1', 'R12-3', 'R23-7', 'R99-1'])
      expect([rule, stretchOf(rule)]).toEqual([rule, [expect.any(Number)]]);
  });
});
