import type { GroupEntity, UserEntity } from '@backstage/catalog-model';
import { toUserName } from '@portico/plugin-okta-node';
import type { OktaAdmin, Profile } from '../client/OktaAdmin';
import type { AwsAccess, OnboardingRules } from '../config/readOnboardingRules';
import { readTaskMark } from '../user/taskMark';
import type { GithubAccounts } from './GithubAccounts';
import { titleOf, type People } from './People';
import { startDateProblem } from './startDateProblem';

/** What the form or the issue says of someone who joins. */
export interface Joiner {
  firstName?: string;
  lastName?: string;
  email?: string;
  managerRef?: string;
  teamRef?: string;
  title?: string;
  startDate?: string;
  awsAccess?: string;
  githubLogin?: string;
}

/** What follows from it, for the steps after. */
export interface JoinerPlan {
  login: string;
  displayName: string;
  /** For `okta:create-user`. */
  profile: Profile;
  /** Okta groups. */
  groups: string[];
  assignments: AwsAccess[];
  managerName: string;
  managerEmail: string;
  /** Name of the team's group, also its slug on GitHub. */
  teamName: string;
  teamTitle: string;
  entityRef: string;
  githubLogin: string;
  /** Whether an earlier task of Portico brought the same person in. */
  alreadyThere: boolean;
}

/** Either the plan, or everything that is wrong, each a sentence that says what to do. */
export async function checkJoiner(options: {
  input: Joiner;
  taskId: string;
  rules: OnboardingRules;
  people: People;
  admin: OktaAdmin;
  github?: GithubAccounts;
  signal?: AbortSignal;
}): Promise<{ problems: string[]; plan: JoinerPlan }> {
  const { input, rules, people, admin, github, taskId, signal } = options;
  const text = (key: keyof Joiner) => input[key]?.trim() ?? '';
  const firstName = text('firstName');
  const lastName = text('lastName');
  const login = text('email').toLowerCase();
  const githubLogin = text('githubLogin').replace(/^@/, '');
  const problems = [
    ...(firstName && lastName ? [] : ['First and last name are missing.']),
    ...emailProblems(login, rules),
    ...[startDateProblem(text('startDate'))].filter(one => one !== undefined),
  ];
  const note = (problem: string | undefined) => {
    if (problem) problems.push(problem);
  };

  const manager = await people.findUser(text('managerRef'));
  if (!manager) note(missing('manager', text('managerRef'), 'person'));
  const team = await people.findGroup(text('teamRef'));
  if (!team) note(missing('team', text('teamRef'), 'group'));
  else if (team.spec.type === 'role') {
    note(`${titleOf(team)} is a group that gives rights, not a team.`);
  }
  const choice = text('awsAccess') || 'None';
  if (!rules.awsAccess[choice]) {
    note(
      `There is no AWS access '${choice}'. There are: ${Object.keys(
        rules.awsAccess,
      ).join(', ')}.`,
    );
  }
  if (githubLogin && github && !(await github.exists(githubLogin, signal))) {
    note(
      `There is no account '${githubLogin}' on GitHub. Correct it, or leave it empty and add it later.`,
    );
  }

  const attribute = rules.githubLoginAttribute;
  const profile = dropEmpty({
    firstName,
    lastName,
    email: login,
    title: text('title'),
    department: team?.metadata.name ?? '',
    ...(attribute ? { [attribute]: githubLogin } : {}),
  });
  const presence = problems.length
    ? undefined
    : await findPresence({ login, profile, admin, people, taskId });
  note(presence?.problem);

  const teamName = team?.metadata.name ?? '';
  return {
    problems,
    plan: {
      login,
      displayName: `${firstName} ${lastName}`,
      profile,
      groups: groupsFor(rules, team),
      assignments: [
        ...(rules.awsAccess[choice] ?? []),
        ...(rules.teams[teamName]?.awsAccess[choice] ?? []),
      ],
      managerName: manager ? titleOf(manager) : '',
      managerEmail: emailOf(manager),
      teamName,
      teamTitle: team ? titleOf(team) : '',
      entityRef: `user:default/${toUserName(login)}`,
      githubLogin,
      alreadyThere: presence?.isThere ?? false,
    },
  };
}

function emailProblems(email: string, rules: OnboardingRules): string[] {
  const domain = /^[^\s@<>,;"]+@([^\s@<>,;"]+\.[^\s@<>,;"]+)$/.exec(email)?.[1];
  if (!domain) return [`'${email}' is not an e-mail address.`];
  const { allowedEmailDomains: allowed } = rules;
  if (allowed.length === 0) {
    return [
      'No e-mail domain is allowed yet: set onboarding.allowedEmailDomains in app-config.yaml.',
    ];
  }
  return allowed.includes(domain)
    ? []
    : [
        `The e-mail address is at ${domain}, but work addresses are at ${allowed.join(
          ' or ',
        )}.`,
      ];
}

function missing(what: string, typed: string, kind: string): string {
  return typed
    ? `The ${what} '${typed}' is no ${kind} in the catalog.`
    : `The ${what} is missing.`;
}

/** Whether the person is there already; a problem unless an earlier task brought in the very same one. */
async function findPresence(options: {
  login: string;
  profile: Profile;
  admin: OktaAdmin;
  people: People;
  taskId: string;
}): Promise<{ isThere: boolean; problem?: string }> {
  const { login, profile, admin, people, taskId } = options;
  const found = await admin.find(login);
  if (found?.status === 'DEPROVISIONED') {
    return {
      isThere: true,
      problem: `${login} is in Okta, deactivated: someone who left. Activate or delete them there first. ${admin.pageUrl(
        found,
      )}`,
    };
  }
  if (found) {
    const mark = readTaskMark(found);
    if (mark === taskId) return { isThere: false };
    const isSame = Object.keys(profile).every(
      key => found.profile[key] === profile[key],
    );
    if (mark && isSame) return { isThere: true };
    return {
      isThere: true,
      problem: `${login} is in Okta already: ${
        found.profile.displayName ?? login
      } (${found.status.toLowerCase()})${
        mark ? ', with other details' : ''
      }. Nobody is brought in twice; change them in Okta, or choose another address. ${admin.pageUrl(
        found,
      )}`,
    };
  }
  const others = await admin.findByEmail(login);
  const other = others.find(({ status }) => status !== 'DEPROVISIONED');
  if (other) {
    return {
      isThere: true,
      problem: `${login} is the e-mail of ${
        other.profile.login
      } in Okta. ${admin.pageUrl(other)}`,
    };
  }
  const entityName = toUserName(login);
  const entity =
    (await people.findUser(login)) ?? (await people.findUser(entityName));
  return entity
    ? {
        isThere: true,
        problem: `The catalog has ${titleOf(entity)} as user:default/${
          entity.metadata.name
        }: choose another address.`,
      }
    : { isThere: false };
}

/** Okta's own name of a team's group is what the catalog shows. */
function groupsFor(rules: OnboardingRules, team?: GroupEntity): string[] {
  if (!team) return rules.groups;
  const more = rules.teams[team.metadata.name]?.groups ?? [];
  return [...new Set([...rules.groups, titleOf(team), ...more])];
}

function emailOf(user?: UserEntity): string {
  return user?.spec.profile?.email ?? '';
}

function dropEmpty(profile: Profile): Profile {
  return Object.fromEntries(
    Object.entries(profile).filter(([, value]) => value !== ''),
  );
}
