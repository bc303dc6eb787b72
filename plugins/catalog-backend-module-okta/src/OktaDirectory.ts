import { Client } from '@okta/okta-sdk-nodejs';
import type { OktaOrgConfig } from './config';

/** A person as Okta knows them. */
export interface OktaUser {
  id: string;
  login: string;
  email: string;
  displayName: string;
  title?: string;
  /** Login on GitHub, from the custom attribute that config names. */
  githubLogin?: string;
}

/** A group with the ids of its members. */
export interface OktaGroup {
  id: string;
  name: string;
  description?: string;
  memberIds: string[];
}

/** What is read of an Okta organisation. */
export interface OktaDirectory {
  readUsers(): Promise<OktaUser[]>;
  readGroups(): Promise<OktaGroup[]>;
}

const PAGE_SIZE = 200;
const CONCURRENT_GROUPS = 4;

/** Reads through Okta's own client, which pages and waits out rate limits. */
export class SdkOktaDirectory implements OktaDirectory {
  static fromConfig(config: OktaOrgConfig): SdkOktaDirectory {
    const client = new Client({ orgUrl: config.orgUrl, token: config.token });
    return new SdkOktaDirectory(client, config);
  }

  readonly #client: Client;
  readonly #config: Pick<
    OktaOrgConfig,
    'userSearch' | 'groupSearch' | 'githubLoginAttribute'
  >;

  constructor(
    client: Client,
    config: Pick<
      OktaOrgConfig,
      'userSearch' | 'groupSearch' | 'githubLoginAttribute'
    >,
  ) {
    this.#client = client;
    this.#config = config;
  }

  async readUsers(): Promise<OktaUser[]> {
    const users: OktaUser[] = [];
    const pages = await this.#client.userApi.listUsers({
      search: this.#config.userSearch,
      limit: PAGE_SIZE,
    });
    await pages.each(user => {
      const { login, email, displayName, firstName, lastName, title } =
        user.profile ?? {};
      if (!user.id || !login || !email) return;
      users.push({
        id: user.id,
        login,
        email,
        displayName:
          displayName || [firstName, lastName].filter(Boolean).join(' '),
        title: title ?? undefined,
        githubLogin: this.#githubLoginOf(user.profile),
      });
    });
    return users;
  }

  /** The SDK keeps custom attributes beside those that it knows. */
  #githubLoginOf(profile: object | undefined): string | undefined {
    const { githubLoginAttribute } = this.#config;
    const value =
      githubLoginAttribute &&
      (profile as Record<string, unknown> | undefined)?.[githubLoginAttribute];
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  async readGroups(): Promise<OktaGroup[]> {
    const groups: OktaGroup[] = [];
    const pages = await this.#client.groupApi.listGroups({
      search: this.#config.groupSearch,
      limit: PAGE_SIZE,
    });
    await pages.each(group => {
      const profile = group.profile as
        | { name?: string; description?: string }
        | undefined;
      if (!group.id || !profile?.name || group.type === 'BUILT_IN') return;
      groups.push({
        id: group.id,
        name: profile.name,
        description: profile.description || undefined,
        memberIds: [],
      });
    });
    const waiting = [...groups];
    const readNext = async (): Promise<void> => {
      for (let group = waiting.pop(); group; group = waiting.pop()) {
        const { id, memberIds } = group;
        const members = await this.#client.groupApi.listGroupUsers({
          groupId: id,
          limit: PAGE_SIZE,
        });
        await members.each(member => {
          if (member.id) memberIds.push(member.id);
        });
      }
    };
    await Promise.all(Array.from({ length: CONCURRENT_GROUPS }, readNext));
    return groups;
  }
}
