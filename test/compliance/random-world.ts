import type { BundleRecord } from '../kunming/city.ts';
import type { Dice } from './dice.ts';
import {
  AGENCIES,
  AGREEMENTS,
  ASSETS,
  BACKFLOWS,
  BODIES,
  COLLECTIONS,
  COMPANIES,
  DATABASES,
  DATASETS,
  DAYS,
  DUTIES,
  ELEMENTS,
  keys,
  kindsBetween,
  LATER,
  PLANS,
  PRODUCTS,
  PROVISIONS,
  QUALIFICATIONS,
  REQUESTS,
  SUBJECTS,
  TARGETS,
} from './random-keys.ts';
import * as scene from './scene.ts';

/** Random small worlds, and random changes of them. */
export class RandomWorld {
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** A world with every record once, and some flows. */
  whole(): BundleRecord[] {
    const makers = Object.values(this.#makers());
    return [
      ...scene.PEOPLE,
      ...ELEMENTS.map((name, i) => scene.element(`E${i + 1}`, name)),
      scene.other('instrument', 'I1', { title: '某法', level: 'LAW' }),
      scene.other('instrument', 'I2', { title: '某通知', level: 'POLICY' }),
      ...makers.flatMap(({ all, make }) => all.map(make)),
      ...Array.from({ length: 25 }, () => this.flow()),
    ];
  }

  /** One random change: a record that says something else, or a flow; now and then of those that everything rests on. */
  change(): BundleRecord {
    const dice = this.#dice.below(12);
    if (dice < 4) return this.flow();
    if (dice === 4) return this.#rare();
    const { all, make } = this.#dice.pick(Object.values(this.#makers()));
    const record = make(this.#dice.pick(all));
    return this.#dice.below(8) === 0 ? { ...record, retired: true } : record;
  }

  flow(): BundleRecord {
    const [from, to] = [this.#dice.pick(ASSETS), this.#dice.pick(TARGETS)];
    const kind = this.#dice.pick(kindsBetween(from, to));
    return scene.flow(from, to, kind, {
      validFrom: `${this.#dice.pick(DAYS)}T00:00:00+08:00`,
      ...this.#dice.maybe(
        'validTo',
        `${this.#dice.pick(['2026-05-01', '2026-10-01', '2027-01-01'])}T00:00:00+08:00`,
        5,
      ),
      ...this.#dice.maybe('transform', this.#dice.pick(['COPY', 'JOIN', 'STATISTICS', 'FILTER', 'DEIDENTIFY']), 2),
    });
  }

  #rare(): BundleRecord {
    const body = this.#dice.pick(BODIES);
    return this.#dice.pick([
      () =>
        scene.other('organization', body, {
          name: `改名${this.#dice.below(3)}`,
          kind: this.#dice.pick(['AGENCY', 'COMPANY']),
          jurisdiction: this.#dice.pick(['KM', 'PL']),
        }),
      () =>
        scene.other('instrument', 'I1', {
          title: '某法',
          level: 'LAW',
          ...this.#dice.maybe('repealedOn', '2026-01-01', 2),
        }),
      () => scene.other('jurisdiction', 'PL', { name: '某区', kind: this.#dice.pick(['DISTRICT', 'CITY']) }),
      () => scene.element(`E${1 + this.#dice.below(5)}`, this.#dice.pick(ELEMENTS)),
    ])();
  }

  #makers(): Record<string, { all: readonly string[]; make: (key: string) => BundleRecord }> {
    const pick = <T>(all: readonly T[]) => this.#dice.pick(all);
    const maybe = (field: string, value: unknown, chance = 2) => this.#dice.maybe(field, value, chance);
    const items = () =>
      this.#dice.some(ELEMENTS.length).map((i) => ({
        name: `项${i}`,
        element: `E${i + 1}`,
        ...maybe('key', true, 4),
        ...maybe('personal', pick(['NONE', 'PERSONAL', 'SENSITIVE']), 3),
        ...maybe('share', 'NONE', 6),
      }));
    const scope = () =>
      this.#dice.someOf([...DATASETS.map((key) => `Dataset:${key}`), 'Database:K1', 'Database:K2'], 3);
    const at = () => `${pick(DAYS)}T10:00:00+08:00`;
    return {
      provision: {
        all: PROVISIONS,
        make: (key) =>
          scene.other('provision', key, {
            instrument: pick(['I1', 'I2']),
            article: key.slice(1),
            text: '某文',
            ...maybe('repealedOn', pick(DAYS), 4),
          }),
      },
      duty: {
        all: DUTIES,
        make: (key) =>
          scene.other('duty', key, {
            organization: pick(AGENCIES),
            title: `职责${key}`,
            ...maybe('basis', this.#dice.someOf(PROVISIONS, 2)),
          }),
      },
      dataset: {
        all: DATASETS,
        make: (key) =>
          scene.dataset(key, {
            title: `数据${pick(['甲', '乙', '丙', key])}`,
            provider: pick(AGENCIES),
            jurisdiction: pick(['KM', 'PL']),
            items: [{ name: '项' }, ...items()],
            share: pick(['UNCONDITIONAL', 'CONDITIONAL', 'NONE']),
            open: pick(['UNCONDITIONAL', 'CONDITIONAL', 'NONE']),
            ...maybe('code', pick(['1', '2', '3'])),
            ...maybe('subject', pick(SUBJECTS)),
            ...maybe('duty', pick(DUTIES)),
            ...maybe('basis', this.#dice.someOf(PROVISIONS, 2)),
            ...maybe('level', 1 + this.#dice.below(5)),
            ...maybe('levelAdjustment', { to: 1 + this.#dice.below(3), on: pick(DAYS), by: 'DA', reason: '某依据' }, 4),
            ...maybe('state', 'DRAFT', 4),
            ...maybe('entryUpdatedOn', pick(DAYS)),
            updatedOn: pick(DAYS),
            cycle: 'YEARLY',
          }),
      },
      database: {
        all: DATABASES,
        make: (key) =>
          scene.database(key, {
            kind: pick(['BASIC', 'THEMATIC']),
            domain: pick(['人口', '法人', '信用体系']),
            lead: pick(AGENCIES),
            jurisdiction: pick(['KM', 'PL']),
            participants: this.#dice.someOf(AGENCIES, 2),
          }),
      },
      collection: {
        all: COLLECTIONS,
        make: (key) =>
          scene.collection(key, {
            organization: pick(AGENCIES),
            subject: pick(SUBJECTS),
            items: items().map(({ name, element }) => ({ name, element })),
            ...maybe('endedOn', pick(DAYS), 5),
            ...maybe('exemption', pick(['FIRST_SOURCE', 'REFUSED_SHARING']), 5),
          }),
      },
      backflow: {
        all: BACKFLOWS,
        make: (key) =>
          scene.backflow(key, {
            system: '某系统',
            superior: 'C',
            coordinator: pick(AGENCIES),
            lastReturnedOn: pick(DAYS),
          }),
      },
      plan: {
        all: PLANS,
        make: (key) =>
          scene.plan(key, {
            implementer: pick(AGENCIES),
            scope: scope(),
            events: this.#dice.some(3).map((i) => scene.event(['SUBMITTED', 'FIRST_REVIEWED', 'APPROVED'][i]!, at())),
          }),
      },
      agreement: {
        all: AGREEMENTS,
        make: (key) =>
          scene.agreement(key, {
            plan: pick(PLANS),
            operator: pick(COMPANIES),
            scope: scope(),
            bidders: this.#dice.below(4),
            signedOn: pick(DAYS),
            termTo: pick(LATER),
            ...maybe('terminatedOn', '2026-09-01', 5),
          }),
      },
      qualification: {
        all: QUALIFICATIONS,
        make: (key) =>
          scene.other('qualification', key, {
            applicant: pick(COMPANIES),
            products: this.#dice.someOf(PRODUCTS, 3),
            state: pick(['APPLIED', 'QUALIFIED']),
            ...maybe('grantedBy', pick(['DA', 'DP'])),
            ...maybe('grantedOn', pick(DAYS)),
          }),
      },
      product: {
        all: PRODUCTS,
        make: (key) =>
          scene.product(key, {
            developer: pick(COMPANIES),
            ...maybe('agreement', pick(AGREEMENTS)),
            ...maybe('qualification', pick(QUALIFICATIONS)),
            purpose: pick(['INDUSTRY', 'PUBLIC_WELFARE']),
            price: this.#dice.below(3),
            ...maybe('level', 1 + this.#dice.below(4)),
            versions: this.#dice.someOf(DAYS, 2).map((deliveredOn, i) => ({ version: `${i}`, deliveredOn })),
          }),
      },
      registration: {
        all: keys('N', 3),
        make: (key) =>
          scene.other('registration', key, {
            subject: pick(ASSETS.slice(0, 15)),
            holder: pick(['O', 'A', 'B']),
            kind: pick(['INITIAL', 'CANCELLATION']),
            codedOn: pick(DAYS),
            state: pick(['ACCEPTED', 'CODED']),
            code: key,
          }),
      },
      disclosure: {
        all: keys('X', 4),
        make: (key) =>
          scene.other('disclosure', key, {
            by: pick(['A', 'B', 'O', 'D']),
            year: pick([2024, 2025]),
            publishedOn: pick(DAYS),
            kind: pick(['AUTHORISATION', 'PRODUCTS']),
            items: this.#dice.someOf(['Agreement:G1', 'Agreement:G2', 'Product:P1'], 2),
          }),
      },
      request: {
        all: REQUESTS,
        make: (key) =>
          scene.request(key, {
            dataset: pick(DATASETS),
            requester: pick(BODIES),
            state: pick(['SUBMITTED', 'DELIVERED', 'IN_USE']),
            events: this.#dice
              .some(3)
              .map((i) => scene.event(['APPROVED', 'DELIVERED', 'REUSE_CONSENTED'][i]!, at(), pick(AGENCIES))),
          }),
      },
      use: {
        all: keys('V', 2),
        make: (key) =>
          scene.other('use', key, {
            request: pick(REQUESTS),
            organization: pick(BODIES),
            scenario: pick(['资格审核', '其他']),
            at: at(),
          }),
      },
      change: {
        all: keys('Y', 2),
        make: (key) =>
          scene.other('change', key, {
            kind: 'LAW',
            ...(this.#dice.below(2) ? { provision: pick(PROVISIONS) } : { duty: pick(DUTIES) }),
            publishedOn: pick(DAYS),
            effectiveOn: pick(DAYS),
          }),
      },
      control: {
        all: keys('T', 4),
        make: (key) => {
          const [from, to] = [pick(COMPANIES), pick(COMPANIES)];
          const kind = pick(['HOLDS', 'CONTROLS', 'SAME_CONTROLLER', 'LEGAL_REPRESENTATIVE']);
          const other = from === to ? COMPANIES.find((one) => one !== from)! : to;
          return scene.other('control', key, {
            from,
            to: other,
            kind,
            ...(kind === 'HOLDS' ? { ratio: pick([0.1, 0.3, 0.6]) } : {}),
            validFrom: pick(DAYS),
          });
        },
      },
    };
  }
}
