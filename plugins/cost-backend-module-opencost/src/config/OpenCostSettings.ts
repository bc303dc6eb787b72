/** One entry of `cost.opencost`. */
export interface OpenCostSettings {
  name: string;
  /** No trailing slash. */
  url: string;
  cluster: string;
  counts: 'split' | 'estimate';
  currency: string;
  serviceLabel: string;
  environmentLabel: string;
  environment?: string;
  /** All labels that are asked for, those above too. */
  labels: string[];
  /** With what proves who asks; secret. */
  headers: Readonly<Record<string, string>>;
  timeoutSeconds: number;
  restatedDays: number;
  /** Tags under which a bill names components and environments. */
  tags: { service: string; environment: string };
}
