export interface Config {
  health?: {
    /**
     * Incidents and who is on call, for entities with `pagerduty.com/service-id`. Off without this section.
     */
    pagerduty?: {
      /**
       * REST API key of the account; one that may only read does for all but acknowledging and paging.
       * @visibility secret
       */
      token: string;
      /** `https://api.pagerduty.com` if absent; `https://api.eu.pagerduty.com` for accounts in Europe. */
      apiUrl?: string;
      /**
       * E-mail of a user at PagerDuty in whose name those acknowledge and page who have no account there; without it
       * they can't.
       */
      from?: string;
    };
  };
}
