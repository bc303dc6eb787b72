import { InputError } from '@backstage/errors';
import { Client } from '@okta/okta-sdk-nodejs';
import type { OktaOrg } from '../config/readOktaOrgs';
import { oktaError } from './oktaError';
import { PatientExecutor, type Patience } from './PatientExecutor';

/** Attributes of a person; the ones that Okta has from the start, and those of the organisation. */
export type Profile = Record<string, string>;

/** A person as Okta has them. */
export interface OktaPerson {
  id: string;
  /** e.g. `STAGED`, `PROVISIONED`, `ACTIVE`, `SUSPENDED`, `DEPROVISIONED`. */
  status: string;
  /** Attributes that have a text. */
  profile: Profile;
}

/** A group that people can be put into or are in. */
export interface OktaGroup {
  id: string;
  name: string;
  /** `OKTA_GROUP`, `APP_GROUP` (kept by an application) or `BUILT_IN` (everyone). */
  type: string;
}

/** What flows ask of one Okta organisation, through Okta's own client. Failures come as errors of `@backstage/errors`. */
export class OktaAdmin {
  readonly org: OktaOrg;
  readonly #client: Client;
  readonly #signal?: AbortSignal;

  constructor(
    org: OktaOrg,
    options: Patience & {
      signal?: AbortSignal;
      onRetry(message: string): void;
    },
  ) {
    this.org = org;
    this.#signal = options.signal;
    this.#client = new Client({
      orgUrl: org.orgUrl,
      token: org.token,
      requestExecutor: new PatientExecutor(options),
      // What a write has just changed has to be seen, here and by other replicas.
      cacheMiddleware: null,
    });
  }

  /** Page of a person in Okta's console. */
  pageUrl({ id }: Pick<OktaPerson, 'id'>): string {
    return `${this.org.adminUrl}/admin/user/profile/view/${id}`;
  }

  /** By id or login; `undefined` if there is none. */
  async find(idOrLogin: string): Promise<OktaPerson | undefined> {
    return this.#ask(`find ${idOrLogin}`, async () => {
      try {
        return toPerson(
          await this.#client.userApi.getUser({ userId: idOrLogin }),
        );
      } catch (error) {
        if ((error as { status?: number }).status === 404) return undefined;
        throw error;
      }
    });
  }

  /** @throws NotFoundError */
  async get(idOrLogin: string): Promise<OktaPerson> {
    return this.#ask(`find ${idOrLogin}`, async () =>
      toPerson(await this.#client.userApi.getUser({ userId: idOrLogin })),
    );
  }

  /** Everyone with that e-mail address, whatever their login. Okta's search lags a few seconds behind writes. */
  async findByEmail(email: string): Promise<OktaPerson[]> {
    return this.#ask(`search for ${email}`, async () => {
      const people: OktaPerson[] = [];
      const found = await this.#client.userApi.listUsers({
        search: `profile.email eq ${quote(email)}`,
      });
      await found.each(user => {
        people.push(toPerson(user));
      });
      return people;
    });
  }

  /** Makes the person, not activated: nobody can sign in yet. */
  async create(profile: Profile): Promise<OktaPerson> {
    return this.#ask(`make ${profile.login}`, async () =>
      toPerson(
        await this.#client.userApi.createUser({
          body: { profile },
          activate: false,
        }),
      ),
    );
  }

  async update(id: string, profile: Profile): Promise<void> {
    await this.#ask(`change ${id}`, () =>
      this.#client.userApi.updateUser({ userId: id, user: { profile } }),
    );
  }

  /** Okta writes to the person if `sendEmail`; its answer, which would let anyone set the password, is dropped. */
  async activate(id: string, sendEmail: boolean): Promise<void> {
    await this.#ask(`activate ${id}`, async () => {
      await this.#client.userApi.activateUser({ userId: id, sendEmail });
    });
  }

  /** Ends all sessions and takes back all OAuth tokens. */
  async revokeSessions(id: string): Promise<void> {
    await this.#ask(`end the sessions of ${id}`, () =>
      this.#client.userApi.revokeUserSessions({
        userId: id,
        oauthTokens: true,
      }),
    );
  }

  /** Also where an attempt did it whose answer was lost, so that the next one was refused. */
  async deactivate(id: string): Promise<void> {
    await this.#ask(`deactivate ${id}`, () =>
      this.#client.userApi.deactivateUser({ userId: id, sendEmail: false }),
    ).catch(async error => {
      if ((await this.get(id)).status !== 'DEPROVISIONED') throw error;
    });
  }

  /** For good; only of someone who is deactivated. */
  async delete(id: string): Promise<void> {
    await this.#ask(`delete ${id}`, () =>
      this.#client.userApi.deleteUser({ userId: id, sendEmail: false }),
    );
  }

  async groupsOf(id: string): Promise<OktaGroup[]> {
    return this.#ask(`list the groups of ${id}`, async () => {
      const groups: OktaGroup[] = [];
      const found = await this.#client.userApi.listUserGroups({ userId: id });
      await found.each(group => {
        groups.push(toGroup(group));
      });
      return groups;
    });
  }

  /** @throws InputError if there is none of exactly that name */
  async groupByName(name: string): Promise<OktaGroup> {
    const groups = await this.#ask(`find the group ${name}`, async () => {
      const all: OktaGroup[] = [];
      const found = await this.#client.groupApi.listGroups({
        search: `profile.name eq ${quote(name)}`,
      });
      await found.each(group => {
        all.push(toGroup(group));
      });
      return all.filter(group => group.name === name);
    });
    if (groups.length !== 1) {
      throw new InputError(
        groups.length === 0
          ? `Okta '${this.org.name}' has no group '${name}'.`
          : `Okta '${this.org.name}' has ${groups.length} groups '${name}': rename all but one.`,
      );
    }
    return groups[0];
  }

  async addToGroup(groupId: string, userId: string): Promise<void> {
    await this.#ask(`put ${userId} into the group ${groupId}`, () =>
      this.#client.groupApi.assignUserToGroup({ groupId, userId }),
    );
  }

  async removeFromGroup(groupId: string, userId: string): Promise<void> {
    await this.#ask(`take ${userId} out of the group ${groupId}`, () =>
      this.#client.groupApi.unassignUserFromGroup({ groupId, userId }),
    );
  }

  async #ask<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw oktaError(error, { org: this.org, what });
    }
  }
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function toPerson(user: {
  id?: string;
  status?: string;
  profile?: object;
}): OktaPerson {
  const texts = Object.entries(user.profile ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    id: user.id ?? '',
    status: user.status ?? '',
    profile: Object.fromEntries(texts),
  };
}

function toGroup(group: {
  id?: string;
  type?: string;
  profile?: object;
}): OktaGroup {
  const { name = '' } = (group.profile ?? {}) as { name?: string };
  return { id: group.id ?? '', name, type: group.type ?? 'OKTA_GROUP' };
}
