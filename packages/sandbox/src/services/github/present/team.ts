import { PERMISSIONS } from '../access';
import type { Github } from '../Github';
import type { Permission, Team } from '../model';

/** A team by itself, with its parent and counts. */
export function presentTeam(github: Github, team: Team) {
  const { state, present } = github;
  const organization = state.account(github.organization);
  const parent = team.parent ? state.teams.get(team.parent) : undefined;
  return {
    ...present.team(team),
    parent: parent ? present.team(parent) : null,
    members_count: Object.keys(team.members).length,
    repos_count: state.repositories.filter(r => team.slug in r.teams).length,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    ...(organization
      ? { organization: present.organization(organization) }
      : {}),
  };
}

/** The flags that a permission stands for. */
export function permissionFlags(permission: Permission) {
  const rank = PERMISSIONS.indexOf(permission);
  return Object.fromEntries(
    PERMISSIONS.map((name, index) => [name, index <= rank]),
  );
}

/** `read` and `write` are the role names of `pull` and `push`. */
export function roleName(permission: Permission): string {
  if (permission === 'pull') return 'read';
  return permission === 'push' ? 'write' : permission;
}
