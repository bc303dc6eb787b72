export interface Config {
  okta?: {
    /**
     * Okta organisations in which flows make and change people. The catalog reads them with a token of
     * its own (`catalog.providers.okta`), which need not be able to write.
     */
    orgs?: Array<{
      /**
       * Name by which templates choose the organisation.
       * @visibility backend
       */
      name: string;
      /**
       * Base URL, e.g. https://acme.okta.com
       * @visibility backend
       */
      orgUrl: string;
      /**
       * Where administrators work; `acme-admin.okta.com` for `acme.okta.com` if absent.
       * @visibility backend
       */
      adminUrl?: string;
      /**
       * API token of an administrator who may manage users and group memberships (Security → API → Tokens).
       * @visibility secret
       */
      token: string;
      /**
       * Used where no organisation is named; the first one is, if none says so.
       * @visibility backend
       */
      default?: boolean;
    }>;
  };
  /** Rules for who can be brought in, and what they get. */
  onboarding?: {
    /**
     * Domains that a work e-mail may have, e.g. `mini-org.example`.
     * @visibility backend
     */
    allowedEmailDomains: string[];
    /**
     * Okta groups of everyone who is brought in, beside their team, e.g. `engineers`.
     * @visibility backend
     */
    groups?: string[];
    /**
     * Profile attribute in Okta that holds the GitHub login, e.g. `githubLogin`. It has to exist in
     * the user schema. If absent, the login is not kept in Okta.
     * @visibility backend
     */
    githubLoginAttribute?: string;
    /**
     * What a choice of AWS access on the form gives, by its name, e.g. `developer`.
     */
    awsAccess?: {
      [choice: string]: Array<{
        /**
         * Name or id of the account.
         * @visibility backend
         */
        account: string;
        /**
         * Name of the permission set.
         * @visibility backend
         */
        permissionSet: string;
      }>;
    };
    /**
     * What a team adds to that, by the name of its group in the catalog.
     */
    teams?: {
      [team: string]: {
        /**
         * More Okta groups.
         * @visibility backend
         */
        groups?: string[];
        /** More AWS access, by choice on the form. */
        awsAccess?: {
          [choice: string]: Array<{
            /** @visibility backend */
            account: string;
            /** @visibility backend */
            permissionSet: string;
          }>;
        };
      };
    };
  };
}
