export interface Config {
  portico?: {
    /**
     * Who may do what; docs/permissions.md explains it. Without rules nobody may do anything.
     */
    permissions?: {
      /**
       * Roles, each with the groups whose members have it: `group:default/engineers`, or short `engineers`.
       * @visibility backend
       */
      roles?: { [role: string]: string[] };
      /**
       * What each role may do. Rules only add: what none of them names is refused.
       * @visibility backend
       */
      rules?: Array<{
        /** Names of permissions, `template:<name>` or `action:<id>`; `*` stands for any characters. */
        allow: string[];
        /** Roles, or `everyone`: whoever is signed in. */
        to: string[];
        /**
         * How far the permissions reach: what one's groups own (for tasks: what one started), for tasks also
         * what others of the same role started, or everything. Not for templates and actions.
         */
        on?: 'own' | 'role' | 'any';
      }>;
    };
  };
}
