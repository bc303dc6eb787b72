import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Workflow } from '../model';
import { paginate } from '../paginate';
import { presentRun, presentWorkflow } from '../present/run';
import { assertWritable, Body, repositoryOf } from './body';
import { filterRuns } from './runs';

/** https://docs.github.com/rest/actions/workflows */
export function workflowRoutes(github: Github) {
  const { state, present, runner, git } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/actions/workflows';

  const find = async (request: Request): Promise<Workflow> => {
    const id = request.params.workflow;
    const all = await runner.files.list(repositoryOf(github, request));
    const found = all.find(
      workflow =>
        String(workflow.id) === id || workflow.path.endsWith(`/${id}`),
    );
    if (!found) throw GithubError.notFound();
    return found;
  };

  router.get(base, async (request, response) => {
    const workflows = await runner.files.list(repositoryOf(github, request));
    response.json({
      total_count: workflows.length,
      workflows: paginate(request, response, present.web, workflows).map(
        workflow => presentWorkflow(github, workflow),
      ),
    });
  });

  router.get(`${base}/:workflow`, async (request, response) => {
    response.json(presentWorkflow(github, await find(request)));
  });

  router.get(`${base}/:workflow/runs`, async (request, response) => {
    const workflow = await find(request);
    const runs = filterRuns(
      state.runs.filter(run => run.workflowId === workflow.id),
      request,
    );
    response.json({
      total_count: runs.length,
      workflow_runs: paginate(request, response, present.web, runs).map(run =>
        presentRun(github, run),
      ),
    });
  });

  router.post(`${base}/:workflow/dispatches`, async (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const workflow = await find(request);
    const body = new Body(request, 'WorkflowDispatch');
    const ref = body.requiredText('ref');
    const sha = await git.resolve(repository.full, ref);
    if (!sha) throw new GithubError(422, `No ref found for: ${ref}`);
    const parsed = await runner.files.parsed(workflow, sha);
    if (!parsed) throw GithubError.notFound();
    if (workflow.state !== 'active') {
      throw new GithubError(
        422,
        "Cannot trigger a 'workflow_dispatch' on a disabled workflow",
      );
    }
    if (!parsed.on.workflow_dispatch) {
      throw new GithubError(
        422,
        "Workflow does not have 'workflow_dispatch' trigger",
      );
    }
    const inputs = inputsOf(
      parsed.on.workflow_dispatch,
      body.object('inputs') ?? {},
    );
    const branch = ref.replace(/^refs\/(heads|tags)\//, '');
    const run = runner.run(workflow, parsed, {
      event: 'workflow_dispatch',
      branch,
      sha,
      inputs,
      title: workflow.name,
      actor: callerOf(request),
    });
    if (!body.flag('return_run_details')) {
      response.status(204).end();
      return;
    }
    const { id, url, html_url } = presentRun(github, run);
    response.json({ workflow_run_id: id, run_url: url, html_url });
  });

  for (const [action, wanted] of [
    ['enable', 'active'],
    ['disable', 'disabled_manually'],
  ] as const) {
    router.put(`${base}/:workflow/${action}`, async (request, response) => {
      const workflow = await find(request);
      state.workflows.put(`${workflow.repository}:${workflow.path}`, {
        ...workflow,
        state: wanted,
      });
      response.status(204).end();
    });
  }

  return router;
}

/** The inputs of a dispatch, checked against what the workflow declares. */
function inputsOf(
  trigger: Record<string, unknown>,
  given: Record<string, unknown>,
) {
  const declared = (trigger.inputs ?? {}) as Record<
    string,
    { required?: boolean; default?: unknown } | null
  >;
  const unexpected = Object.keys(given).filter(name => !(name in declared));
  if (unexpected.length) {
    throw new GithubError(
      422,
      `Unexpected inputs provided: ${JSON.stringify(unexpected)}`,
    );
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, input]) => {
      const value = given[name] ?? input?.default;
      if (value === undefined && input?.required) {
        throw new GithubError(422, `Required input '${name}' not provided`);
      }
      return [name, value ?? ''];
    }),
  );
}
