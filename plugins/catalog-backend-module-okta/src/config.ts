import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/** One Okta organisation to read users and groups from. */
export interface OktaOrgConfig {
  id: string;
  orgUrl: string;
  token: string;
  userSearch: string;
  groupSearch?: string;
  roleGroups: string[];
  githubLoginAttribute?: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** Reads `catalog.providers.okta`; empty if the section is absent. */
export function readOktaOrgConfigs(config: Config): OktaOrgConfig[] {
  const providers = config.getOptionalConfig('catalog.providers.okta');
  return (providers?.keys() ?? []).map(id => {
    const org = providers!.getConfig(id);
    return {
      id,
      orgUrl: org.getString('orgUrl').replace(/\/+$/, ''),
      token: org.getString('token'),
      userSearch: org.getOptionalString('userSearch') ?? 'status eq "ACTIVE"',
      groupSearch: org.getOptionalString('groupSearch'),
      roleGroups: org.getOptionalStringArray('roleGroups') ?? [],
      githubLoginAttribute: org.getOptionalString('githubLoginAttribute'),
      schedule: org.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            org.getConfig('schedule'),
          )
        : {
            frequency: { minutes: 10 },
            timeout: { minutes: 5 },
            initialDelay: { seconds: 1 },
          },
    };
  });
}
