import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubCredentialsProvider,
} from '@backstage/integration';
import { setTimeout as pause } from 'node:timers/promises';
import type { GithubPlace, SourceAnswer } from './NameService';

const TIMEOUT_MS = 5_000;
const TRIES = 3;
const PAUSE_MS = 200;

function unknown(reason: string): SourceAnswer {
  return { taken: [], unknown: [{ where: 'github', reason }] };
}

function causeOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: Error };
  if (name === 'TimeoutError' || cause?.name === 'TimeoutError')
    return `no answer within ${TIMEOUT_MS / 1000} s`;
  return cause?.message || message;
}

/** Asks again while the server fails or the connection is lost; all tries share one limit of time. */
async function fetchPatiently(
  url: string,
  headers: Record<string, string>,
): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { headers, signal });
      if (response.status < 500 || attempt === TRIES) return response;
      await response.body?.cancel();
    } catch (error) {
      if (signal.aborted || attempt === TRIES) throw error;
    }
    await pause(PAUSE_MS * attempt, undefined, { signal });
  }
}

/** Looks for a repository of a name on GitHub. */
export class GithubNames {
  /** Reads `integrations.github` and `flows.github`. */
  static fromConfig(config: RootConfigService): GithubNames {
    const integrations = ScmIntegrations.fromConfig(config);
    const host =
      config.getOptionalString('flows.github.host') ??
      integrations.github.list()[0]?.config.host;
    const organization = config.getOptionalString('flows.github.organization');
    return new GithubNames(
      integrations,
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      host && organization ? { host, organization } : undefined,
    );
  }

  readonly #underWay = new Map<string, Promise<SourceAnswer>>();

  private constructor(
    private readonly integrations: ScmIntegrations,
    private readonly credentials: GithubCredentialsProvider,
    /** Where new repositories go unless told otherwise. */
    readonly place: GithubPlace | undefined,
  ) {}

  /** Whether the repository exists; the same question asked at the same time is asked once. */
  check(name: string, place = this.place): Promise<SourceAnswer> {
    if (!place) {
      return Promise.resolve(
        unknown('flows.github.organization is not configured.'),
      );
    }
    const key = `${place.host}/${place.organization}/${name}`;
    const running = this.#underWay.get(key);
    if (running) return running;
    const answer = this.ask(name, place).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, answer);
    return answer;
  }

  /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
  private async ask(name: string, place: GithubPlace): Promise<SourceAnswer> {
    const { host, organization } = place;
    const integration = this.integrations.github.byHost(host);
    if (!integration) {
      return unknown(`${host} is not among integrations.github.`);
    }
    const fullName = `${organization}/${name}`;
    try {
      const { headers } = await this.credentials.getCredentials({
        url: `https://${host}/${fullName}`,
      });
      const response = await fetchPatiently(
        `${integration.config.apiBaseUrl}/repos/${encodeURIComponent(
          organization,
        )}/${encodeURIComponent(name)}`,
        { accept: 'application/vnd.github+json', ...headers },
      );
      if (response.status === 404) return { taken: [], unknown: [] };
      if (response.status === 401) {
        return unknown(
          `GitHub (${host}) refused Portico's credentials: check the token of ${host} under integrations.github.`,
        );
      }
      if (!response.ok) {
        return unknown(
          `GitHub (${host}) answered ${response.status} ${response.statusText}.`,
        );
      }
      const body = (await response.json()) as {
        full_name?: string;
        html_url?: string;
      };
      // GitHub redirects from the old name of a renamed repository, and the old name can be used again.
      if (body.full_name?.toLowerCase() !== fullName.toLowerCase()) {
        return { taken: [], unknown: [] };
      }
      return {
        taken: [
          {
            where: 'github',
            message: `The repository ${fullName} exists on GitHub.`,
            url: body.html_url,
          },
        ],
        unknown: [],
      };
    } catch (error) {
      return unknown(`GitHub (${host}) did not answer: ${causeOf(error)}.`);
    }
  }
}
