export interface Config {
  portico?: {
    permissions?: {
      /**
       * Who may do what. Group refs; a person has a role if they are a member of one of its groups.
       */
      roles?: {
        /**
         * May do everything; `group:default/platform-admins` if absent.
         * @visibility backend
         */
        platformAdmins?: string[];
        /**
         * May run flows, register entities and change what their groups own; `group:default/engineers` if absent.
         * @visibility backend
         */
        engineers?: string[];
      };
    };
  };
}
