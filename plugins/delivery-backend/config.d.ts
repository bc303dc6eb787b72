export interface Config {
  /** How delivery is measured: docs/delivery.md. */
  delivery?: {
    /** Deployments to this environment count. Default `production`. */
    environment?: string;
    /** Days of a period unless somebody chooses others. Default 28. */
    windowDays?: number;
    /** Values of `spec.type` of components that don't run. Default `[library, documentation]`. */
    ignoreTypes?: string[];
    /** Templates whose flows are measured; names of the namespace `default`. */
    templates?: {
      /** That makes a service. Default `new-service`. */
      create?: string;
      /** That brings somebody in. Default `user-onboarding`. */
      onboarding?: string;
    };
    /** What figures are compared with. */
    targets?: {
      /** Minutes from commit to production. Default 30. */
      leadTimeMinutes?: number;
      /** Hours until somebody who joins can work. Default 24. */
      onboardingHours?: number;
      /** Hours from "create" to production. Default 24. */
      createToProductionHours?: number;
      /** Deployments of everything together, a week. No default. */
      deploymentsPerWeek?: number;
      /** Share of deployments that may fail, from 0 to 1. No default. */
      changeFailureRate?: number;
      /** Minutes until service is restored. No default. */
      timeToRestoreMinutes?: number;
    };
  };
}
