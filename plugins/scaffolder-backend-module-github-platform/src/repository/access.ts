import { InputError } from '@backstage/errors';
import type { LedgerThing } from '@portico/plugin-flows-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import type { RepoCreateInput } from './settings';

/** Someone who is to have access. */
export interface Grant {
  kind: 'team' | 'user';
  /** Slug or login. */
  name: string;
  /** `pull`, `triage`, `push`, `maintain`, `admin` or a custom role. */
  permission: string;
}

/** `access` (an admin: `org/team` or a login) and `collaborators`, as one list. */
export function readGrants(input: RepoCreateInput, owner: string): Grant[] {
  const { access, collaborators = [] } = input;
  const grants: Grant[] = [];
  if (access?.startsWith(`${owner}/`)) {
    const name = access.slice(owner.length + 1);
    grants.push({ kind: 'team', name, permission: 'admin' });
  } else if (access && access !== owner) {
    grants.push({ kind: 'user', name: access, permission: 'admin' });
  }
  for (const collaborator of collaborators) {
    const { access: permission } = collaborator;
    grants.push(
      'team' in collaborator
        ? { kind: 'team', name: nameOf(collaborator.team), permission }
        : { kind: 'user', name: nameOf(collaborator.user), permission },
    );
  }
  return grants;
}

/** @throws InputError for a team or user that GitHub doesn't know, before anything is made */
export async function checkGrants(
  { octokit, owner, host }: RepoClient,
  grants: Grant[],
): Promise<void> {
  for (const { kind, name } of grants) {
    const found =
      kind === 'team'
        ? await orUndefined(
            octokit.rest.teams.getByName({ org: owner, team_slug: name }),
          )
        : await orUndefined(
            octokit.rest.users.getByUsername({ username: name }),
          );
    if (!found) {
      throw new InputError(
        kind === 'team'
          ? `The organisation ${owner} on ${host} has no team '${name}' that could be given access.`
          : `There is no user '${name}' on ${host} who could be given access.`,
      );
    }
  }
}

/** Gives access; giving it again changes nothing. */
export async function grantAccess(
  { octokit, owner, repo, slug }: RepoClient,
  grants: Grant[],
  options: {
    logger: LoggerService;
    repositoryUrl: string;
    /** Notes what was made, changed or found. */
    note: (
      outcome: 'made' | 'kept',
      thing: Pick<LedgerThing, 'kind' | 'name' | 'url'>,
    ) => Promise<void>;
  },
): Promise<void> {
  const { logger, repositoryUrl, note } = options;
  for (const { kind, name, permission } of grants) {
    if (kind === 'team') {
      await octokit.rest.teams.addOrUpdateRepoPermissionsInOrg({
        org: owner,
        team_slug: name,
        owner,
        repo,
        permission,
      });
    } else {
      await octokit.request(
        'PUT /repos/{owner}/{repo}/collaborators/{username}',
        {
          owner,
          repo,
          username: name,
          permission,
        },
      );
    }
    logger.info(
      `${kind === 'team' ? 'Team' : 'User'} ${name} may ${permission} ${slug}`,
    );
    await note('made', {
      kind: kind === 'team' ? 'Team access' : 'User access',
      name: `${name}, ${permission}`,
    });
    if (kind === 'team') {
      await note('kept', {
        kind: 'GitHub team',
        name,
        url: new URL(`/orgs/${owner}/teams/${name}`, repositoryUrl).href,
      });
    }
  }
}

/** `group:default/commerce` → `commerce`. */
function nameOf(reference: string): string {
  return reference.replace(/^.*[:/]/, '');
}
