export interface Config {
  health?: {
    /**
     * Asks the address in the annotation `portico/probe-url` of services without metrics. Off without this section.
     */
    probe?: {
      /**
       * Where probes may go, e.g. `https://*.example.com`: whoever writes a catalog-info.yaml could otherwise let
       * the portal ask anything that it reaches. A `*` stands for any part of the host's name; the port has to be
       * named unless it is the scheme's own.
       */
      allow: string[];
      /** How long an answer may take; 5 if absent. */
      timeoutSeconds?: number;
      /** 60 if absent. */
      intervalSeconds?: number;
    };
  };
}
