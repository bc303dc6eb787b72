import type { Config } from '@backstage/config';

/** Access to one AWS account, as `aws:identity-center:assign` takes it. */
export type AwsAccess = { account: string; permissionSet: string };

/** The section `onboarding` of the config. */
export interface OnboardingRules {
  /** Lower case. */
  allowedEmailDomains: string[];
  /** Okta groups of everyone. */
  groups: string[];
  /** Profile attribute in Okta that holds the GitHub login. */
  githubLoginAttribute?: string;
  /** By choice on the form; `None` is always there. */
  awsAccess: Record<string, AwsAccess[]>;
  /** What a team adds, by the name of its group. */
  teams: Record<
    string,
    { groups: string[]; awsAccess: Record<string, AwsAccess[]> }
  >;
}

/** Without the section no domain is allowed, so nobody can be brought in. */
export function readOnboardingRules(config: Config): OnboardingRules {
  const section = config.getOptionalConfig('onboarding');
  const teams = section?.getOptionalConfig('teams');
  return {
    allowedEmailDomains: (
      section?.getOptionalStringArray('allowedEmailDomains') ?? []
    ).map(domain => domain.toLowerCase()),
    groups: section?.getOptionalStringArray('groups') ?? [],
    githubLoginAttribute: section?.getOptionalString('githubLoginAttribute'),
    awsAccess: { None: [], ...readAwsAccess(section) },
    teams: Object.fromEntries(
      (teams?.keys() ?? []).map(name => {
        const team = teams!.getConfig(name);
        const groups = team.getOptionalStringArray('groups') ?? [];
        return [name, { groups, awsAccess: readAwsAccess(team) }];
      }),
    ),
  };
}

function readAwsAccess(section?: Config): Record<string, AwsAccess[]> {
  const choices = section?.getOptionalConfig('awsAccess');
  return Object.fromEntries(
    (choices?.keys() ?? []).map(choice => [
      choice,
      choices!.getConfigArray(choice).map(one => ({
        account: one.getString('account'),
        permissionSet: one.getString('permissionSet'),
      })),
    ]),
  );
}
