export interface Config {
  argocd?: {
    /**
     * Argo CD servers that Portico creates and watches applications on.
     * @visibility backend
     */
    instances?: Array<{
      /**
       * Name by which templates and annotations choose the instance.
       * @visibility backend
       */
      name: string;
      /**
       * Where the backend reaches it, e.g. `https://argocd.internal`.
       * @visibility backend
       */
      baseUrl: string;
      /**
       * Bearer token of an account that may read, create, update, sync and delete applications.
       * @visibility secret
       */
      token: string;
      /**
       * Where people open it, if that differs from `baseUrl`.
       * @visibility backend
       */
      frontendUrl?: string;
      /**
       * Used where no instance is named; the first one is, if none says so.
       * @visibility backend
       */
      default?: boolean;
    }>;
  };
}
