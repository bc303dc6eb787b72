import {
  CreateUserCommand,
  DeleteUserCommand,
  DescribeUserCommand,
  GetUserIdCommand,
} from '@aws-sdk/client-identitystore';
import type { AwsSession } from './AwsSession';

/** The directory of IAM Identity Center. */
export class IdentityStore {
  readonly #session: AwsSession;

  constructor(session: AwsSession) {
    this.#session = session;
  }

  /** Id of the user of that name; `undefined` if there is none (yet). */
  async findUser(userName: string): Promise<string | undefined> {
    const { IdentityStoreId } = await this.#session.instance();
    return this.#session.ask(`find ${userName}`, async () => {
      const command = new GetUserIdCommand({
        IdentityStoreId,
        AlternateIdentifier: {
          UniqueAttribute: {
            AttributePath: 'userName',
            AttributeValue: userName,
          },
        },
      });
      try {
        return (
          await this.#session.identityStore.send(command, this.#session.options)
        ).UserId;
      } catch (error) {
        if ((error as Error).name === 'ResourceNotFoundException') {
          return undefined;
        }
        throw error;
      }
    });
  }

  /** `ProfileUrl` of a user, which holds the mark of the task that made them. */
  async profileUrlOf(userId: string): Promise<string | undefined> {
    const { IdentityStoreId } = await this.#session.instance();
    return this.#session.ask(`read the user ${userId}`, async () => {
      const command = new DescribeUserCommand({
        IdentityStoreId,
        UserId: userId,
      });
      return (
        await this.#session.identityStore.send(command, this.#session.options)
      ).ProfileUrl;
    });
  }

  /** @throws ConflictError if the name is taken */
  async createUser(user: {
    userName: string;
    givenName: string;
    familyName: string;
    profileUrl: string;
  }): Promise<string> {
    const { IdentityStoreId } = await this.#session.instance();
    const { userName, givenName, familyName, profileUrl } = user;
    return this.#session.ask(`make the user ${userName}`, async () => {
      const command = new CreateUserCommand({
        IdentityStoreId,
        UserName: userName,
        DisplayName: `${givenName} ${familyName}`,
        Name: { GivenName: givenName, FamilyName: familyName },
        Emails: [{ Value: userName, Type: 'work', Primary: true }],
        ProfileUrl: profileUrl,
      });
      return (
        (await this.#session.identityStore.send(command, this.#session.options))
          .UserId ?? ''
      );
    });
  }

  async deleteUser(userId: string): Promise<void> {
    const { IdentityStoreId } = await this.#session.instance();
    await this.#session.ask(`delete the user ${userId}`, () =>
      this.#session.identityStore.send(
        new DeleteUserCommand({ IdentityStoreId, UserId: userId }),
        this.#session.options,
      ),
    );
  }
}
