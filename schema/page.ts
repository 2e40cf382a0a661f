import { builder } from './builder.ts';

/** One page of a list. */
interface Page {
  readonly edges: readonly { readonly cursor: string }[];
  readonly hasNextPage: boolean;
}

/** The field that says where a page stands 分页信息; `hasPrevious`: whether something comes before it, as far as that is known. */
export function pageInfo<Shape extends Page>(hasPrevious: (page: Shape) => boolean) {
  return {
    type: builder.pageInfoRef(),
    nullable: false,
    description: 'Where this page stands 分页信息.',
    resolve: (page: Shape) => ({
      hasNextPage: page.hasNextPage,
      hasPreviousPage: hasPrevious(page),
      startCursor: page.edges[0]?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
    }),
  } as const;
}
