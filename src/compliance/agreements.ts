import type { Day } from '#src/calendar/day.ts';
import { firstDelivery } from './conventions.ts';
import type { Agreement, Plan, Product } from './facts.ts';
import { grouping } from './grouping.ts';
import type { View } from './view.ts';

/** Readings of authorised operation 授权运营 that several rules share. */

export interface AgreementWithPlan {
  readonly agreement: Agreement;
  readonly plan: Plan | undefined;
}

export function withPlan(agreement: Agreement, view: View): AgreementWithPlan {
  return { agreement, plan: view.plans.get(agreement.plan) };
}

export interface ProductOfAgreement {
  readonly product: Product;
  readonly agreement: Agreement;
}

/** A product with its agreement, if it has one. */
export function withAgreement(product: Product, view: View): readonly ProductOfAgreement[] {
  const agreement = product.agreement ? view.agreements.get(product.agreement) : undefined;
  return agreement ? [{ product, agreement }] : [];
}

/** A product delivered up to today, with the day of its first delivery. */
export function delivered(
  { record: product }: { readonly record: Product },
  view: View,
): readonly { readonly product: Product; readonly delivered: Day }[] {
  const first = firstDelivery(product, view.today);
  return first === null ? [] : [{ product, delivered: first }];
}

/** A product with REDEVELOPED flows into it, ever, with the sources of those flows. */
export function redeveloped(
  { record: product }: { readonly record: Product },
  view: View,
): readonly { readonly product: Product; readonly sources: readonly string[] }[] {
  const sources = redevelopedFrom(view, `Product:${product.key}`);
  return sources.length > 0 ? [{ product, sources }] : [];
}

/** Direct sources of re-development, ever. */
export function redevelopedFrom(view: View, product: string): string[] {
  const flows = view.everInto(product).filter((flow) => flow.kind === 'REDEVELOPED');
  return [...new Set(flows.map((flow) => flow.from))];
}

export type DisclosureKind = 'AUTHORISATION' | 'PRODUCTS';
export const DISCLOSURE_KINDS: readonly DisclosureKind[] = ['AUTHORISATION', 'PRODUCTS'];

const agreementsOf = grouping({
  name: 'agreements of disclosers',
  type: 'Agreement',
  keysOf: (agreement, view) =>
    DISCLOSURE_KINDS.flatMap((kind) => {
      const by = discloserOf(agreement, kind, view);
      return by === undefined ? [] : [`${kind} ${by}`];
    }),
});

/** Who discloses an agreement: the implementer of its plan, and its operator. */
export function discloserOf(agreement: Agreement, kind: DisclosureKind, view: View): string | undefined {
  return kind === 'PRODUCTS' ? agreement.operator : view.plans.get(agreement.plan)?.implementer;
}

/** Agreements of a discloser: of implementers by their plans, of operators by themselves. */
export function agreementsOfDiscloser(view: View, kind: string, organization: string): readonly Agreement[] {
  return agreementsOf.of(view, `${kind} ${organization}`);
}

/** Products by their agreement. */
export const productsByAgreement = grouping({
  name: 'products by agreement',
  type: 'Product',
  keysOf: (product, view) => withAgreement(product, view).map(({ agreement }) => agreement.key),
});
