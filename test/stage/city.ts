import { readFileSync } from 'node:fs';
import { loadBundle } from '../../src/exchange/bundle/load.service.ts';
import type { FlowKind } from '../../src/lineage/flow.ts';
import type { House } from '../../src/house/house.ts';

/** Loads the demo city into a stage. */
export async function loadCity(house: House): Promise<void> {
  const report = await loadBundle(house, ['seed/kunming']);
  if (!report.written) throw new Error(report.refusals.map(({ message }) => message).join('\n'));
}

type Answer<Fields> = Fields & { readonly error?: string };

/** What the demo city must answer, as far as its shape matters here; seed/kunming/SOURCE.md tells its meaning. */
export interface Expected {
  readonly lineage: readonly {
    readonly id: string;
    readonly question: {
      readonly of: string;
      readonly direction: 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH';
      readonly depth: number | null;
      readonly grain?: 'ASSET' | 'ITEM' | 'ORGANIZATION';
      readonly kinds?: readonly FlowKind[];
      readonly asOf?: string;
      readonly knownAt?: string;
    };
    readonly answer: Answer<{
      readonly start: string;
      readonly vertices: readonly object[];
      readonly edges: readonly string[][];
      readonly cuts?: readonly object[];
      readonly complete: boolean;
      readonly cycles?: readonly string[][];
    }>;
  }[];
  readonly paths: readonly {
    readonly question: { from: string; to: string; k?: number; asOf?: string; knownAt?: string };
    readonly answer: { outcome: string; lengths: number[]; paths: string[][] };
  }[];
  readonly impact: readonly {
    readonly of: string;
    readonly answer: { total: number; byKind: Record<string, number>; organizations: Record<string, number> };
  }[];
  readonly provenance: Readonly<
    Record<
      string,
      {
        origins: string[];
        datasets: string[];
        databases: string[];
        products: string[];
        productDistances: Record<string, number>;
        organizations: string[];
        legalBases: string[];
        complete: boolean;
        gaps: { at: string; missing: string }[];
      }
    >
  >;
  readonly redevelopment: Readonly<
    Record<string, { ancestors: string[]; descendants: string[]; generation: number; firstProducts: string[] }>
  >;
  readonly intents: readonly {
    readonly id: string;
    readonly intent: { organization: string; title: string; subject?: string; area?: string; items: string[] };
    readonly answer: {
      verdict: string;
      items: { name: string; verdict: string; found: string[] }[];
      plans: string[][];
      planSize: number;
      otherArea: string[];
    };
  }[];
}

/** What the demo city must answer: made by an independent program. */
export const expected = JSON.parse(readFileSync('test/kunming/expected.json', 'utf8')) as Expected;
