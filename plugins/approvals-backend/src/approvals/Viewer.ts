/** Whoever looks at approvals, with the rights that the permission policy gives. */
export interface Viewer {
  /** User reference; absent for a service. */
  user?: string;
  /** The user and his groups, as rules name them. */
  refs: string[];
  mayReadAll: boolean;
  mayDecide: boolean;
  mayManage: boolean;
  /** Whether what the whole entity costs is theirs to see. */
  maySeeCostOf(entityRef: string): Promise<boolean>;
}

/** A plugin of this backend: sees all, decides nothing. */
export const serviceViewer: Viewer = {
  refs: [],
  mayReadAll: true,
  mayDecide: false,
  mayManage: false,
  maySeeCostOf: async () => true,
};
