import type {
  ContentAlertRule,
  ContentDashboard,
  ContentLibraryPanel,
} from '../content';

/** When and by whom something was made and changed; times as Grafana writes them. */
export interface History {
  created: string;
  updated: string;
  createdBy: string;
  updatedBy: string;
}

/** A folder of the root; folders in folders are left out. */
export interface StoredFolder extends History {
  id: number;
  uid: string;
  title: string;
  version: number;
}

/** A dashboard in the newest of its versions; older ones aren't kept. Its JSON is without `id`, `uid` and `version`, which are set when it is read. */
export interface StoredDashboard extends ContentDashboard, History {
  id: number;
  version: number;
  /** What was said of its last change. */
  message?: string;
}

export interface StoredLibraryPanel extends ContentLibraryPanel, History {
  id: number;
  version: number;
}

export interface StoredAlertRule extends ContentAlertRule {
  id: number;
  updated: string;
  /** Empty for what was made in the user interface. */
  provenance: string;
}

/** Who may do what with a folder or a dashboard. */
export interface Permission {
  userId?: number;
  teamId?: number;
  role?: 'Viewer' | 'Editor' | 'Admin';
  /** 1 view, 2 edit, 4 admin. */
  permission: 1 | 2 | 4;
}

/** A team of the organisation. */
export interface GrafanaTeam {
  id: number;
  uid: string;
  name: string;
  email: string;
  memberCount: number;
}
