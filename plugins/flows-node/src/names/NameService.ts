import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { NameAvailability } from '@portico/plugin-flows-common';

/** Where on GitHub a repository of that name would be. */
export interface GithubPlace {
  host: string;
  organization: string;
}

/** What one source says about a name: where it is taken, or why it could not be asked. */
export type SourceAnswer = Pick<NameAvailability, 'taken' | 'unknown'>;

/** Tells whether a service name is free. */
export interface NameService {
  /**
   * Asks the catalog and GitHub at once. A source that cannot be asked ends up in `unknown`, it doesn't fail the check.
   *
   * @param options.github another place than the configured one
   * @throws InputError if the name is malformed, with what is wrong
   */
  check(
    name: string,
    options: { credentials: BackstageCredentials; github?: GithubPlace },
  ): Promise<NameAvailability>;
}
