/*
 * What Portico reads and writes of Alertmanager's API v2. All fields:
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */

export type Labels = Readonly<Record<string, string>>;

export interface Alert {
  labels: Labels;
  annotations?: Labels;
  fingerprint: string;
  /** ISO 8601. */
  startsAt: string;
  generatorURL?: string;
  status: { state: string; silencedBy: string[]; inhibitedBy: string[] };
}

export interface SilenceMatcher {
  name: string;
  value: string;
  isRegex: boolean;
  /** True if absent: versions before 0.22 know no other. */
  isEqual?: boolean;
}

export interface NewSilence {
  matchers: SilenceMatcher[];
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
  createdBy: string;
  comment: string;
}

export interface GettableSilence extends NewSilence {
  id: string;
  status: { state: 'active' | 'pending' | 'expired' };
}
