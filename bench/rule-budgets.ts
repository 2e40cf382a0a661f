import { Resident } from '../src/compliance/resident.ts';
import { RULES } from '../src/compliance/rules.ts';
import { inOneGo } from '../src/foundation/breath.ts';
import { cityView } from './city/view.ts';

/**
 * What each rule reads of the small city with ties of control 各规则读取量: records, flows, levels, ties and groups, each once a record from which the rule
 * starts. Rules send no statements of their own, so that this is what a rule costs; it does not depend on the machine, and CI holds on to it.
 */
export function readingsOfRules(): Record<string, number> {
  const view = cityView(10_000);
  const resident = new Resident(view, Number.POSITIVE_INFINITY);
  inOneGo(view.preparing());
  return Object.fromEntries(
    RULES.map((rule) => {
      const before = resident.size;
      for (const _ of resident.build(rule));
      return [rule.code, resident.size - before];
    }),
  );
}
