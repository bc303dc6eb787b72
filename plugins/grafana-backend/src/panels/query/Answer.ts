import type { DataFrame } from '@grafana/data';
import type { PanelData, PanelNotice } from '@portico/plugin-grafana-common';

/** What became of a panel's queries. */
export interface Answer {
  /** In the order of the queries; not transformed yet. */
  frames: DataFrame[];
  failures: PanelData['failures'];
  notices: PanelNotice[];
  asOf: string;
  asked: PanelData['asked'];
}
