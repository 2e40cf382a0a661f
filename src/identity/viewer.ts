import type { Role } from './role.ts';

/** Who asks 访问者, as the registry knows him. Every reading and every act takes one. */
export interface Viewer {
  readonly role: Role;
  /** Who signed in: issuer and subject of the token; null for the public and the command line. */
  readonly signedIn: { readonly issuer: string; readonly subject: string } | null;
  /** Id of his account in the graph. */
  readonly account: string | null;
  /** What the account calls him. */
  readonly person: string | null;
  /** The organization he acts for, `Organization:…`. */
  readonly organization: string | null;
  /** The jurisdiction he acts in, `Jurisdiction:…`: the account's, else his organization's. */
  readonly jurisdiction: string | null;
  /** Jurisdictions of his city: the whole city that his own jurisdiction lies in. */
  readonly city: readonly string[];
  /** His own jurisdiction and all that lies under it. */
  readonly under: readonly string[];
  /** Assets that an agreement, a qualification or a grant of his organization covers. */
  readonly covered: readonly string[];
  /** Other records that his organization is a party to without owning them. */
  readonly involved: readonly string[];
}

const NOBODY = {
  signedIn: null,
  account: null,
  person: null,
  organization: null,
  jurisdiction: null,
  city: [],
  under: [],
  covered: [],
  involved: [],
};

/** Anybody 公众: no token was presented. */
export const PUBLIC_VIEWER: Viewer = { role: 'PUBLIC', ...NOBODY };

/** Whoever holds the machine 登记库保管人: the command line. */
export const KEEPER_VIEWER: Viewer = { role: 'KEEPER', ...NOBODY };
