import type { GithubState } from '../GithubState';
import type { WorkflowRun } from '../model';
import { environmentScope } from '../routes/scopes';
import type { Contexts } from './expressions';
import type { Facts } from './advanceRun';

/** The contexts that expressions of a run may name. */
export function runContexts(
  state: GithubState,
  run: Omit<WorkflowRun, 'jobs'>,
): Contexts {
  const [owner, name] = run.repository.split('/');
  const variables = state.variables
    .entries()
    .filter(([id]) =>
      [run.repository, owner].includes(id.slice(0, id.lastIndexOf('/'))),
    )
    .map(([, variable]) => [variable.name, variable.value]);
  return {
    github: {
      ref: run.pull
        ? `refs/pull/${run.pull}/merge`
        : `refs/heads/${run.branch}`,
      ref_name: run.branch,
      sha: run.sha,
      event_name: run.event,
      repository: run.repository,
      repository_owner: owner,
      actor: run.actor,
      token: '***',
      run_id: String(run.id),
      run_number: String(run.number),
      run_attempt: String(run.attempt),
      workflow: run.name,
      event: { inputs: run.inputs, repository: { name } },
    },
    inputs: run.inputs,
    vars: Object.fromEntries(variables),
    env: {},
    runner: { os: 'Linux', arch: 'X64' },
  };
}

/** What a run finds in its repository at this moment. */
export function runFacts(state: GithubState, run: WorkflowRun): Facts {
  const [owner] = run.repository.split('/');
  return {
    has(reference, environment) {
      const [kind, name] = reference.split('.');
      if (name === 'GITHUB_TOKEN') return true;
      const collection = kind === 'secrets' ? state.secrets : state.variables;
      const scopes = [run.repository, owner];
      if (environment)
        scopes.push(environmentScope(run.repository, environment));
      return scopes.some(
        scope => collection.get(`${scope}/${name}`) !== undefined,
      );
    },
    environment: name =>
      state.environments.get(environmentScope(run.repository, name)),
    contexts: runContexts(state, run),
    now: state.now(),
  };
}
