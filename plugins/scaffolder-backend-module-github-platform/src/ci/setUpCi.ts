import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ActionsCreateInput,
  EnvironmentInput,
} from '../actions/actionsCreate.input';
import type { RepoClient } from '../client/createRepoClient';
import { commitFiles } from './commitFiles';
import { ensureEnvironment } from './ensureEnvironment';
import { resolveRules } from './environmentRules';
import { ensureSecrets } from './ensureSecrets';
import { ensureVariables } from './ensureVariables';
import type { WorkflowFiles } from './readWorkflows';
import { describeReport, type Report } from './Report';
import {
  environmentScope,
  repositoryScope,
  type SettingsScope,
} from './settingsScope';

/** What `github:actions:create` has brought about. */
export type CiSetup = {
  /** Whether something was made that was not there. */
  created: boolean;
  changedFiles: string[];
  /** Commit that has the workflow files. */
  commit: string;
  /** e.g. `3 workflows, 2 secrets, dev`. */
  summary: string;
  /** e.g. `3 workflows, 2 secrets`. */
  brief: string;
  /** Page of the repository's Actions. */
  url: string;
};

/** Settings first, files last: their commit starts the run that needs the settings. */
export async function setUpCi(options: {
  client: RepoClient;
  input: ActionsCreateInput;
  files: WorkflowFiles;
  logger: LoggerService;
}): Promise<CiSetup> {
  const { client, input, files, logger } = options;
  const { octokit, owner, repo, slug } = client;
  const { data: repository } = await octokit.rest.repos.get({ owner, repo });
  const branch = input.branch ?? repository.default_branch;
  const environments = await resolveAll(client, input.environments);

  const made: string[] = [];
  const setUp = async (
    scope: SettingsScope,
    { variables, secrets }: Pick<ActionsCreateInput, 'variables' | 'secrets'>,
  ) => {
    for (const [kind, report] of [
      ['Variables', await ensureVariables(client, scope, variables)],
      ['Secrets', await ensureSecrets(client, scope, secrets)],
    ] as [string, Report][]) {
      if (Object.values(report).flat().length) {
        logger.info(`${kind} of ${scope.title}: ${describeReport(report)}`);
      }
      made.push(...report.made);
    }
  };

  await setUp(repositoryScope(client), input);
  for (const { environment, rules } of environments) {
    const outcome = await ensureEnvironment(client, environment, rules);
    logger.info(
      `Environment ${environment.name}: ${
        outcome === 'kept' ? 'already there, as wanted' : outcome
      }`,
    );
    if (outcome === 'made') made.push(environment.name);
    await setUp(environmentScope(client, environment.name), environment);
  }

  const paths = Object.keys(files);
  const { commit, changed } = await commitFiles(client, {
    branch,
    defaultBranch: repository.default_branch,
    message: input.commitMessage ?? 'Set up CI',
    files,
  });
  const short = commit.slice(0, 7);
  for (const path of paths) {
    logger.info(
      changed.includes(path)
        ? `${path}: committed to ${branch} (${short})`
        : `${path}: already there`,
    );
  }
  made.push(...changed);
  const { brief, summary } = summarise(input, paths);
  return {
    created: made.length > 0,
    changedFiles: changed,
    commit,
    brief,
    summary: summary || slug,
    url: `${repository.html_url}/actions`,
  };
}

/** Finds all reviewers before anything is written. */
async function resolveAll(
  client: RepoClient,
  environments: EnvironmentInput[] = [],
) {
  return Promise.all(
    environments.map(async environment => ({
      environment,
      rules: await resolveRules(client, environment),
    })),
  );
}

/** Workflows, secrets and variables by number, then the environments. */
function summarise(
  input: ActionsCreateInput,
  paths: string[],
): { brief: string; summary: string } {
  const { environments = [] } = input;
  const all = [input, ...environments];
  const secrets = all.flatMap(scope => Object.keys(scope.secrets ?? {}));
  const variables = all.flatMap(scope => Object.keys(scope.variables ?? {}));
  const main = [
    count(paths.length, 'workflow'),
    count(secrets.length, 'secret'),
  ];
  const rest = [
    count(variables.length, 'variable'),
    ...environments.map(({ name }) => name),
  ];
  return {
    brief: main.filter(Boolean).join(', '),
    summary: [...main, ...rest].filter(Boolean).join(', '),
  };
}

function count(number: number, what: string): string {
  if (number === 0) return '';
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
