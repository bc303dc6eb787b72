import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Environment } from '../model';
import { paginate } from '../paginate';
import { presentEnvironment } from '../present/environment';
import { assertWritable, Body, repositoryOf } from './body';
import { environmentScope } from './scopes';

/** https://docs.github.com/rest/deployments/environments and `/branch-policies` */
export function environmentRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/environments';

  const find = (request: Request): Environment => {
    const { full } = repositoryOf(github, request);
    const found = state.environments.get(
      environmentScope(full, request.params.environment),
    );
    if (!found) throw GithubError.notFound();
    return found;
  };
  const save = (environment: Environment) =>
    state.environments.put(
      environmentScope(environment.repository, environment.name),
      environment,
    );

  router.get(base, (request, response) => {
    const { full } = repositoryOf(github, request);
    const environments = state.environments.filter(e => e.repository === full);
    response.json({
      total_count: environments.length,
      environments: paginate(request, response, present.web, environments).map(
        environment => presentEnvironment(github, environment),
      ),
    });
  });

  router.get(`${base}/:environment`, (request, response) => {
    response.json(presentEnvironment(github, find(request)));
  });

  const reviewersOf = (value: unknown): Environment['reviewers'] => {
    if (!Array.isArray(value)) return [];
    if (value.length > 6) {
      throw GithubError.invalid(
        'Environment',
        'reviewers',
        'invalid',
        'at most six reviewers',
      );
    }
    return value.map((reviewer: { type: string; id: number }) => {
      const known =
        reviewer.type === 'Team'
          ? state.teams.find(team => team.id === reviewer.id)
          : state.accounts.find(account => account.id === reviewer.id);
      if (!known)
        throw GithubError.invalid('Environment', 'reviewers', 'invalid');
      return {
        type: reviewer.type === 'Team' ? 'Team' : 'User',
        id: reviewer.id,
      };
    });
  };

  router.put(`${base}/:environment`, (request, response) => {
    const repository = repositoryOf(github, request);
    assertWritable(repository);
    const { environment: name } = request.params;
    const body = new Body(request, 'Environment');
    const waitTimer = body.number('wait_timer') ?? 0;
    if (waitTimer < 0 || waitTimer > 43_200) {
      throw GithubError.invalid(
        'Environment',
        'wait_timer',
        'invalid',
        'must be 0 to 43200 minutes',
      );
    }
    const policy = body.object('deployment_branch_policy');
    if (policy && policy.protected_branches === policy.custom_branch_policies) {
      throw new GithubError(
        422,
        'Invalid request. protected_branches and custom_branch_policies cannot have the same value',
      );
    }
    const old = state.environments.get(environmentScope(repository.full, name));
    const now = state.now();
    const saved = save({
      id: old?.id ?? state.nextId(),
      repository: repository.full,
      name,
      waitTimer,
      preventSelfReview: body.flag('prevent_self_review') ?? false,
      reviewers: reviewersOf(body.raw('reviewers')),
      branchPolicy: policy
        ? {
            protected_branches: policy.protected_branches === true,
            custom_branch_policies: policy.custom_branch_policies === true,
          }
        : null,
      branchPolicies: old?.branchPolicies ?? [],
      createdAt: old?.createdAt ?? now,
      updatedAt: now,
    });
    response.json(presentEnvironment(github, saved));
  });

  router.delete(`${base}/:environment`, (request, response) => {
    const { repository, name } = find(request);
    const scope = environmentScope(repository, name);
    state.transaction(() => {
      state.environments.delete(scope);
      for (const collection of [state.secrets, state.variables, state.keys]) {
        for (const [id] of collection.entries()) {
          if (id === scope || id.startsWith(`${scope}/`)) collection.delete(id);
        }
      }
    });
    response.status(204).end();
  });

  const policies = `${base}/:environment/deployment-branch-policies`;
  const shown = (policy: Environment['branchPolicies'][number]) => ({
    ...policy,
    node_id: `GBP_${policy.id}`,
  });

  router.get(policies, (request, response) => {
    const { branchPolicies } = find(request);
    response.json({
      total_count: branchPolicies.length,
      branch_policies: paginate(
        request,
        response,
        present.web,
        branchPolicies,
      ).map(shown),
    });
  });

  router.post(policies, (request, response) => {
    const environment = find(request);
    if (!environment.branchPolicy?.custom_branch_policies)
      throw GithubError.notFound();
    const body = new Body(request, 'DeploymentBranchPolicy');
    const name = body.requiredText('name');
    const type = body.text('type') === 'tag' ? 'tag' : 'branch';
    if (
      environment.branchPolicies.some(
        policy => policy.name === name && policy.type === type,
      )
    ) {
      // As GitHub does: the policy is there already.
      response.status(303).location(`${request.originalUrl}`).end();
      return;
    }
    const policy = { id: state.nextId(), name, type } as const;
    save({
      ...environment,
      branchPolicies: [...environment.branchPolicies, policy],
    });
    response.json(shown(policy));
  });

  router.delete(`${policies}/:id`, (request, response) => {
    const environment = find(request);
    const branchPolicies = environment.branchPolicies.filter(
      p => String(p.id) !== request.params.id,
    );
    if (branchPolicies.length === environment.branchPolicies.length)
      throw GithubError.notFound();
    save({ ...environment, branchPolicies });
    response.status(204).end();
  });

  return router;
}
