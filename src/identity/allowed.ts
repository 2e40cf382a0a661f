import { type Action, reachOf } from './permissions.ts';
import type { Viewer } from './viewer.ts';

/** Whose things something is about. */
export interface Whose {
  readonly organization: string | null;
  readonly jurisdictions: readonly string[];
}

/** Whether somebody may do something to things of these 权限判断: to each of them. */
export function isAllowed(viewer: Viewer, action: Action, scopes: readonly Whose[]): boolean {
  const reach = reachOf(action, viewer.role);
  switch (reach) {
    case 'NONE':
      return false;
    case 'ALL':
      return true;
    case 'OWN':
      return viewer.organization !== null && scopes.every(({ organization }) => organization === viewer.organization);
    case 'UNDER':
      return scopes.every(({ jurisdictions }) => jurisdictions.some((place) => viewer.under.includes(place)));
    default:
      return reach satisfies never;
  }
}
