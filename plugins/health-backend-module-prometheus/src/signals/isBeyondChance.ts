/**
 * Whether so many bad requests are more than what an objective allows, and more than chance makes of it: of 100 that
 * are allowed, 130 are three standard deviations away (https://en.wikipedia.org/wiki/Poisson_distribution).
 * Below `minimum`, which low traffic reaches with a single error, nothing is said.
 * See https://sre.google/workbook/alerting-on-slos/#low-traffic-services-and-error-budget-alerting
 */
export function isBeyondChance(
  bad: number,
  allowed: number,
  minimum: number,
): boolean {
  return bad > 0 && bad >= minimum && bad > allowed + 3 * Math.sqrt(allowed);
}
