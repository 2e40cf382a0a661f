/** Who asks 访问者. Every reading takes one. */
export interface Viewer {
  /** LOCAL: whoever sits at the machine; the server listens on loopback only. */
  readonly role: 'LOCAL';
}

/** Whoever sits at the machine 本机用户. */
export const LOCAL_VIEWER: Viewer = { role: 'LOCAL' };
