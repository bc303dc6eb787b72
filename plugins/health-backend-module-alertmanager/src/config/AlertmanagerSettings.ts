/** One server, as configured under `health.alertmanager.instances`. */
export interface AlertmanagerInstance {
  name: string;
  /** Where the backend reaches its API; no trailing slash. */
  url: string;
  /** Where people open it; no trailing slash. */
  externalUrl: string;
  /** With what proves who asks; secret. */
  headers: Readonly<Record<string, string>>;
}

export const SEVERITY_MEANINGS = [
  'failing',
  'degraded',
  'informational',
] as const;
/** What an alert says of a service. */
export type SeverityMeaning = (typeof SEVERITY_MEANINGS)[number];

/** All of `health.alertmanager`, with defaults. */
export interface AlertmanagerSettings {
  /** Empty where the section is absent. */
  instances: readonly AlertmanagerInstance[];
  matchLabels: readonly string[];
  environmentLabel: string;
  severityLabel: string;
  severities: ReadonlyMap<string, SeverityMeaning>;
  silence: { defaultMinutes: number; maxMinutes: number };
}
