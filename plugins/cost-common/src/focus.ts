/*
 * Terms of the FinOps Open Cost and Usage Specification, FOCUS 1.2; the columns keep its names in camelCase:
 * https://focus.finops.org/focus-specification/v1-2/
 */

/** `ChargeCategory`: what a charge is. */
export const CHARGE_CATEGORIES = [
  'Usage',
  'Purchase',
  'Tax',
  'Credit',
  'Adjustment',
] as const;
export type ChargeCategory = (typeof CHARGE_CATEGORIES)[number];

/** `ServiceCategory`: what a service is for. */
export const SERVICE_CATEGORIES = [
  'AI and Machine Learning',
  'Analytics',
  'Business Applications',
  'Compute',
  'Databases',
  'Developer Tools',
  'Multicloud',
  'Identity',
  'Integration',
  'Internet of Things',
  'Management and Governance',
  'Media',
  'Migration',
  'Mobile',
  'Networking',
  'Security',
  'Storage',
  'Web',
  'Other',
] as const;
export type ServiceCategory = (typeof SERVICE_CATEGORIES)[number];

/**
 * The four costs of a charge: `billed` is what the invoice says, `effective` spreads what was paid in advance over
 * what it was used for (amortised), `list` is without any discount, `contracted` with those that were negotiated.
 */
export const COST_METRICS = [
  'billed',
  'effective',
  'list',
  'contracted',
] as const;
export type CostMetric = (typeof COST_METRICS)[number];
