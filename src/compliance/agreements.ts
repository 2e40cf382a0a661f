import type { Day } from '#src/calendar/day.ts';
import { firstDelivery } from './conventions.ts';
import type { Agreement, Plan, Product } from './facts.ts';
import { oncePerView, type View } from './view.ts';

/** Readings of authorised operation 授权运营 that several rules share. */

export interface AgreementWithPlan {
  readonly agreement: Agreement;
  readonly plan: Plan | undefined;
}

export function* agreementsWithPlans(view: View): Generator<AgreementWithPlan> {
  for (const agreement of view.agreements.all()) yield { agreement, plan: view.plans.get(agreement.plan) };
}

export interface ProductOfAgreement {
  readonly product: Product;
  readonly agreement: Agreement;
}

/** Products with an agreement. */
export function* productsOfAgreements(view: View): Generator<ProductOfAgreement> {
  for (const product of view.products.all()) {
    const agreement = product.agreement ? view.agreements.get(product.agreement) : undefined;
    if (agreement) yield { product, agreement };
  }
}

/** Products delivered up to today, with the day of their first delivery. */
export function* deliveredProducts(view: View): Generator<{ product: Product; delivered: Day }> {
  for (const product of view.products.all()) {
    const delivered = firstDelivery(product, view.today);
    if (delivered !== null) yield { product, delivered };
  }
}

/** Products with REDEVELOPED flows into them, ever, with the sources of those flows. */
export function* redeveloped(view: View): Generator<{ product: Product; sources: readonly string[] }> {
  for (const product of view.products.all()) {
    const sources = redevelopedFrom(view, `Product:${product.key}`);
    if (sources.length > 0) yield { product, sources };
  }
}

/** Direct sources of re-development, ever. */
export function redevelopedFrom(view: View, product: string): string[] {
  const flows = view.everInto(product).filter((flow) => flow.kind === 'REDEVELOPED');
  return [...new Set(flows.map((flow) => flow.from))];
}

/** Agreements of each discloser: of implementers by their plans, of operators by themselves. */
export const agreementsOfDisclosers = oncePerView((view) => {
  const found = { AUTHORISATION: new Map<string, Agreement[]>(), PRODUCTS: new Map<string, Agreement[]>() };
  const add = (to: Map<string, Agreement[]>, organization: string, agreement: Agreement): void => {
    const list = to.get(organization) ?? [];
    list.push(agreement);
    to.set(organization, list);
  };
  for (const { agreement, plan } of agreementsWithPlans(view)) {
    if (plan) add(found.AUTHORISATION, plan.implementer, agreement);
    add(found.PRODUCTS, agreement.operator, agreement);
  }
  return found as Record<DisclosureKind, ReadonlyMap<string, readonly Agreement[]>>;
});

export type DisclosureKind = 'AUTHORISATION' | 'PRODUCTS';
export const DISCLOSURE_KINDS: readonly DisclosureKind[] = ['AUTHORISATION', 'PRODUCTS'];

/** Products by their agreement. */
export const productsByAgreement = oncePerView((view) => {
  const found = new Map<string, Product[]>();
  for (const { product, agreement } of productsOfAgreements(view)) {
    const list = found.get(agreement.key) ?? [];
    list.push(product);
    found.set(agreement.key, list);
  }
  return found as ReadonlyMap<string, readonly Product[]>;
});
