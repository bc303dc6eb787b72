import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { InvalidWorkflowError } from './actions/parseWorkflow';
import { WorkflowRunner } from './actions/WorkflowRunner';
import { TOKEN } from './authentication';
import { InvalidFormError } from './forms';
import { fail } from './fail';
import type { Github } from './Github';
import { GithubError } from './GithubError';
import { GithubState } from './GithubState';
import { RefMovedError, type BareGitRepositories } from './git';
import { installUpdateHook } from './git/updateHook';
import { MergeConflictError } from './git/mergeTrees';
import { inventory } from './inventory';
import { Presenter } from './present/Presenter';
import { autoMergeOf } from './pulls';
import { createRouter } from './routes';
import { seed } from './seed';
import { trackPushes } from './trackPushes';
import { Deliveries } from './webhooks/Deliveries';
import { Webhooks } from './webhooks/Webhooks';

/** The sandbox's GitHub, in the manner of GitHub Enterprise Server. */
export function createGithubService(options: {
  kit: Kit;
  world: World;
  git: BareGitRepositories;
}): SandboxService {
  const { kit, world, git } = options;
  const state = new GithubState(kit.store, kit.clock);
  const present = new Presenter(state, () => kit.urls.github);
  const deliveries = new Deliveries({ state, background: kit.background });
  const webhooks = new Webhooks({
    state,
    present,
    organization: world.organization,
    deliveries,
  });
  const parts = {
    kit,
    organization: world.organization,
    state,
    git,
    present,
    webhooks,
    deliveries,
  };
  const runner = new WorkflowRunner({
    state,
    git,
    clock: kit.clock,
    changed(run, action) {
      webhooks.emitRun(action, run);
      if (action !== 'completed') return;
      kit.background(`auto-merge in ${run.repository}`, () =>
        // Merging asks nothing of the runner: the push that it makes does.
        autoMergeOf(parts as Github, run.repository, run.sha),
      );
    },
  });
  const github: Github = { ...parts, runner };
  let untrack: (() => Promise<void>) | undefined;

  return {
    name: 'github',
    title: 'GitHub',
    description:
      'REST, GraphQL, git and webhooks over real bare repositories. Simulated: the steps of workflow runs, and the sign-in of people on pages.',
    credential: `${TOKEN}; a person: ghp_sandbox_<login>`,
    get page() {
      return `${kit.urls.github}/${world.organization}`;
    },
    router: createRouter(github),
    notFound(_request, response) {
      response.status(404).json(GithubError.notFound());
    },
    onError(error, _request, response, next) {
      const known = knownError(error);
      if (!known) {
        next(error);
        return;
      }
      response.status(known.status).json(known);
    },
    fail,
    inventory: () => inventory(state, git),
    seed: () => seed(github, world),
    async start() {
      installUpdateHook(kit.dataDir);
      untrack = trackPushes(github);
      runner.start();
    },
    async stop() {
      await untrack?.();
      await deliveries.stop();
      git.close();
    },
  };
}

function knownError(error: Error): GithubError | undefined {
  if (error instanceof GithubError) return error;
  if (error instanceof InvalidFormError)
    return new GithubError(422, `Invalid issue form ${error.message}`);
  if (error instanceof RefMovedError)
    return new GithubError(409, error.message);
  if (error instanceof MergeConflictError)
    return new GithubError(405, 'Pull Request is not mergeable');
  if (error instanceof InvalidWorkflowError) {
    return new GithubError(422, `Invalid workflow file: ${error.message}`);
  }
  if ('type' in error && error.type === 'entity.parse.failed')
    return new GithubError(400, 'Problems parsing JSON');
  return undefined;
}
