import type {
  BackstageCredentials,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

function toGroupRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
}

/** Tells whether someone may make something that a group will own. */
export class OwnerCheck {
  /** Reads `portico.permissions.roles.platform`, whose members act for any group. */
  static create(options: {
    catalog: CatalogService;
    config: RootConfigService;
  }): OwnerCheck {
    const admins = options.config.getOptionalStringArray(
      'portico.permissions.roles.platform',
    ) ?? ['platform-admins'];
    return new OwnerCheck(options.catalog, admins.map(toGroupRef));
  }

  private constructor(
    private readonly catalog: CatalogService,
    private readonly admins: string[],
  ) {}

  /**
   * @returns the owner's full reference, and why they may
   * @throws InputError if the owner is no group of the catalog, or there is nobody behind the task
   * @throws NotAllowedError if whoever started the task does not belong to it
   */
  async check(options: {
    owner: string;
    userRef: string | undefined;
    credentials: BackstageCredentials;
  }): Promise<{ ownerRef: string; because: 'member' | 'platform team' }> {
    const { owner, userRef, credentials } = options;
    const ownerRef = toGroupRef(owner);
    if (!ownerRef.startsWith('group:')) {
      throw new InputError(
        `The owner has to be a group, not ${ownerRef}. Start over and pick one of your teams.`,
      );
    }
    if (!userRef) {
      throw new InputError(
        'This flow needs a person behind it: it was started by a service, and only a member of a group may make something that the group owns.',
      );
    }
    const [group, user] = await Promise.all([
      this.catalog.getEntityByRef(ownerRef, { credentials }),
      this.catalog.getEntityByRef(userRef, { credentials }),
    ]);
    if (!group) {
      throw new InputError(
        `There is no group ${ownerRef} in the catalog. Start over and pick one of your teams.`,
      );
    }
    if (!user) {
      throw new InputError(
        `${userRef} is not in the catalog, so your groups are not known. Ask the platform team whether people are read from Okta.`,
      );
    }
    const groups = (user.relations ?? [])
      .filter(relation => relation.type === RELATION_MEMBER_OF)
      .map(relation => relation.targetRef);
    if (groups.includes(ownerRef)) return { ownerRef, because: 'member' };
    if (groups.some(ref => this.admins.includes(ref))) {
      return { ownerRef, because: 'platform team' };
    }
    throw new NotAllowedError(
      `You (${userRef}) don't belong to ${ownerRef}, so you can't make something that it owns. ${
        groups.length
          ? `Your groups: ${groups.join(', ')}. `
          : 'You belong to no group. '
      }Pick one of yours, or ask ${ownerRef} to start this.`,
    );
  }
}
