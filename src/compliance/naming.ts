import type { Trigger } from '#src/classification/triggers.ts';
import { parseId } from '#src/foundation/id.ts';
import { citation } from '#src/standard/citation.ts';
import type { Words } from './rule.ts';
import type { View } from './view.ts';

/** What people call a record, in quotes: 《title》 for entries and acts, the name for bodies; the id where it has none. */
export function nameOf(view: View, id: string): string {
  const parsed = parseId(id);
  const name = parsed && rawName(view, parsed.type, parsed.key);
  return name ? `“${name}”` : id;
}

function rawName(view: View, type: string, key: string): string | undefined {
  switch (type) {
    case 'Dataset':
      return view.datasets.get(key)?.title;
    case 'Database':
      return view.databases.get(key)?.name;
    case 'Product':
      return view.products.get(key)?.name;
    case 'Collection':
      return view.collections.get(key)?.name;
    case 'Backflow':
      return view.backflows.get(key)?.name;
    case 'Organization':
      return view.organizations.get(key)?.name;
    case 'Jurisdiction':
      return view.jurisdictions.get(key)?.name;
    case 'Element':
      return view.elements.get(key)?.name;
    case 'Plan':
      return view.plans.get(key)?.title;
    case 'Duty':
      return view.duties.get(key)?.title;
    case 'Provision': {
      const provision = view.provisions.get(key);
      if (!provision) return undefined;
      return citation(view.instruments.get(provision.instrument)?.title ?? provision.instrument, provision.article);
    }
    default:
      return undefined;
  }
}

/** Several names in one text. */
export function namesOf(view: View, ids: readonly string[]): string {
  return ids.map((id) => nameOf(view, id)).join('、');
}

const TRIGGERS: Readonly<Record<Trigger, Words>> = {
  KEY: { zh: '共同标识', en: 'a common key' },
  LOCATION: { zh: '位置', en: 'location' },
  HEALTH: { zh: '健康', en: 'health' },
  FINANCE: { zh: '财务', en: 'finance' },
};

/** What triggers of table K could tell 关联汇聚触发条件, in words. */
export function triggerWords(triggers: readonly Trigger[]): Words {
  return {
    zh: triggers.map((trigger) => TRIGGERS[trigger].zh).join('、'),
    en: triggers.map((trigger) => TRIGGERS[trigger].en).join(', '),
  };
}
