export interface Config {
  flows?: {
    /** Where new services get their repository; asked whether a name is free. */
    github?: {
      /**
       * Host of one of `integrations.github`; the first one if absent.
       * @visibility backend
       */
      host?: string;
      /**
       * Organisation that holds the repositories, e.g. `mini-org`. If absent, names are checked in the catalog alone.
       * @visibility backend
       */
      organization?: string;
    };
  };
}
