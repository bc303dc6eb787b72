export interface Config {
  portico?: {
    /** Set when the platform behind the portal is simulated; the portal then says so. */
    sandbox?: {
      /**
       * Address of the sandbox's control page.
       * @visibility frontend
       */
      url: string;
      /**
       * E-mail addresses one can sign in with, shown on the sign-in page.
       * @deepVisibility frontend
       */
      accounts?: Array<{
        email: string;
        /** What the person may do, in a few words. */
        role: string;
      }>;
    };
  };
}
