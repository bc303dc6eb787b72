import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Okta organisations whose users and groups become catalog users and groups, by an id of your choice.
       */
      okta?: {
        [id: string]: {
          /**
           * Base URL of the organisation, e.g. https://acme.okta.com
           * @visibility backend
           */
          orgUrl: string;
          /**
           * API token of a read-only administrator (Security → API → Tokens).
           * @visibility secret
           */
          token: string;
          /**
           * Okta search expression for the users to bring, e.g. `status eq "ACTIVE"`; all active ones if absent.
           * https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/#tag/User/operation/listUsers
           * @visibility backend
           */
          userSearch?: string;
          /**
           * Okta search expression for the groups to bring, e.g. `profile.name sw "eng-"`; all but built-in ones if absent.
           * @visibility backend
           */
          groupSearch?: string;
          /**
           * Names of groups that give rights and own nothing; their catalog type is `role`, that of all others `team`.
           * @visibility backend
           */
          roleGroups?: string[];
          /**
           * Custom attribute of the Okta user profile that holds the GitHub login, e.g. `githubLogin`. It
           * becomes the annotation `github.com/user-login`, by which issues and reviews are told whose they are.
           * @visibility backend
           */
          githubLoginAttribute?: string;
          /**
           * How often to read Okta; every 10 minutes if absent.
           * @visibility backend
           */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        };
      };
    };
  };
}
