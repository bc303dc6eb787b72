/** What delivery is measured against; the section `delivery.targets`. Absent: no target. */
export interface DeliveryTargets {
  /** A commit is in production within so many minutes. */
  leadTimeMinutes?: number;
  /** Who is brought in can work within so many hours. */
  onboardingHours?: number;
  /** A service that was created is in production within so many hours. */
  createToProductionHours?: number;
  /** Deployments of everything together, a week. */
  deploymentsPerWeek?: number;
  /** Share of deployments that may fail, from 0 to 1. */
  changeFailureRate?: number;
  /** Who is failing serves again within so many minutes. */
  timeToRestoreMinutes?: number;
}
