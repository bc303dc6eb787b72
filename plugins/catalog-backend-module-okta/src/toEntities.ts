import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type GroupEntity,
  type UserEntity,
} from '@backstage/catalog-model';
import { toEntityName, toUserName } from '@portico/plugin-okta-node';
import type { OktaOrgConfig } from './config';
import type { OktaGroup, OktaUser } from './OktaDirectory';

/** Two things of one organisation that would get the same entity name. */
export interface NameClash {
  name: string;
  kept: string;
  leftOut: string;
}

/** Turns an Okta organisation into catalog users and groups. Empty groups stay: a new team begins empty. */
export function toEntities(
  org: Pick<OktaOrgConfig, 'id' | 'orgUrl' | 'roleGroups'>,
  users: OktaUser[],
  groups: OktaGroup[],
): { entities: (UserEntity | GroupEntity)[]; clashes: NameClash[] } {
  const location = `okta-org:${org.id}`;
  const clashes: NameClash[] = [];
  const groupEntities = new Map<string, GroupEntity>();
  const groupsOfUser = new Map<string, string[]>();

  for (const group of groups) {
    const name = toEntityName(group.name);
    const other = groupEntities.get(name);
    if (other) {
      clashes.push({
        name,
        kept: other.spec.profile?.displayName ?? name,
        leftOut: group.name,
      });
      continue;
    }
    groupEntities.set(name, {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: {
        name,
        description: group.description,
        annotations: {
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
          'okta.com/group-id': group.id,
        },
      },
      spec: {
        type: org.roleGroups.includes(group.name) ? 'role' : 'team',
        profile: { displayName: group.name },
        children: [],
      },
    });
    for (const id of group.memberIds) {
      groupsOfUser.set(id, [...(groupsOfUser.get(id) ?? []), name]);
    }
  }

  const userEntities = new Map<string, UserEntity>();
  for (const user of users) {
    const name = toUserName(user.login);
    const other = userEntities.get(name);
    if (other) {
      clashes.push({
        name,
        kept: other.spec.profile?.email ?? name,
        leftOut: user.login,
      });
      continue;
    }
    userEntities.set(name, {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: {
        name,
        title: user.displayName || undefined,
        description: user.title,
        annotations: {
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
          'okta.com/id': user.id,
          'okta.com/email': user.email,
          ...(user.githubLogin
            ? { 'github.com/user-login': user.githubLogin }
            : {}),
        },
      },
      spec: {
        profile: { displayName: user.displayName, email: user.email },
        memberOf: groupsOfUser.get(user.id) ?? [],
      },
    });
  }
  return {
    entities: [...groupEntities.values(), ...userEntities.values()],
    clashes,
  };
}
