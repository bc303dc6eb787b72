import type { UserEntity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { OktaAdmin, OktaPerson } from '../client/OktaAdmin';
import type { OnboardingRules } from '../config/readOnboardingRules';
import { titleOf, type People } from './People';

/** What the form or the issue says of someone who leaves. */
export interface Leaver {
  /** Reference, name or e-mail address. */
  userRef?: string;
  /** Who takes over what they own: a person or a group. */
  successorRef?: string;
  githubLogin?: string;
}

/** What follows from it, for the steps after. */
export interface LeaverPlan {
  login: string;
  displayName: string;
  entityRef: string;
  githubLogin: string;
  /** Reference; their team where nobody is named. */
  successorRef: string;
  /** Whether they are deactivated in Okta. */
  alreadyGone: boolean;
}

const GITHUB_LOGIN = 'github.com/user-login';

/** Either the plan, or everything that is wrong, each a sentence that says what to do. */
export async function checkLeaver(options: {
  input: Leaver;
  rules: OnboardingRules;
  people: People;
  admin: OktaAdmin;
  /** Who started the task. */
  initiatorRef?: string;
}): Promise<{ problems: string[]; plan: LeaverPlan }> {
  const { input, rules, people, admin, initiatorRef } = options;
  const typed = input.userRef?.trim() ?? '';
  const entity = await people.findUser(typed);
  const person = await findPerson({ typed, entity, admin, rules });
  const problems: string[] = [];
  if (!person) {
    problems.push(
      typed
        ? `'${typed}' is nobody in Okta '${admin.org.name}': nothing to take back.`
        : 'Say who leaves.',
    );
  }
  const entityRef = entity ? stringifyEntityRef(entity) : '';
  if (entityRef && entityRef === initiatorRef) {
    problems.push(
      'You cannot see yourself out: ask a colleague of people operations.',
    );
  }
  const successor = await findSuccessor(input, people, entityRef);
  if (successor.problem) problems.push(successor.problem);

  const attribute = rules.githubLoginAttribute;
  return {
    problems,
    plan: {
      login: person?.profile.login ?? '',
      displayName:
        person?.profile.displayName ??
        (entity ? titleOf(entity) : person?.profile.login ?? ''),
      entityRef,
      githubLogin:
        input.githubLogin?.trim().replace(/^@/, '') ||
        entity?.metadata.annotations?.[GITHUB_LOGIN] ||
        (attribute ? person?.profile[attribute] : undefined) ||
        '',
      successorRef: successor.ref,
      alreadyGone: person?.status === 'DEPROVISIONED',
    },
  };
}

/** The catalog forgets people who are deactivated, so Okta is asked by login too. */
async function findPerson(options: {
  typed: string;
  entity?: UserEntity;
  admin: OktaAdmin;
  rules: OnboardingRules;
}): Promise<OktaPerson | undefined> {
  const { typed, entity, admin, rules } = options;
  const id = entity?.metadata.annotations?.['okta.com/id'];
  if (id) return admin.find(id);
  if (!typed) return undefined;
  if (typed.includes('@')) {
    const [byEmail] = await admin.findByEmail(typed.toLowerCase());
    return (await admin.find(typed.toLowerCase())) ?? byEmail;
  }
  const name = typed.replace(/^.*[:/]/, '').toLowerCase();
  for (const domain of rules.allowedEmailDomains) {
    const found = await admin.find(`${name}@${domain}`);
    if (found) return found;
  }
  return undefined;
}

async function findSuccessor(
  input: Leaver,
  people: People,
  leaverRef: string,
): Promise<{ ref: string; problem?: string }> {
  const typed = input.successorRef?.trim();
  if (!typed) {
    const groups = leaverRef ? await people.groupsOf(leaverRef) : [];
    const team = groups.find(({ spec }) => spec.type === 'team');
    return { ref: team ? stringifyEntityRef(team) : '' };
  }
  const found =
    (await people.findUser(typed)) ?? (await people.findGroup(typed));
  if (!found) {
    return {
      ref: '',
      problem: `'${typed}', who is to take over, is no person or group in the catalog.`,
    };
  }
  const ref = stringifyEntityRef(found);
  return ref === leaverRef
    ? { ref, problem: 'Whoever leaves cannot take over what they own.' }
    : { ref };
}
