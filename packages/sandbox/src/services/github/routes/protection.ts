import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Allowance, Protection } from '../model';
import { presentProtection } from '../present/protection';
import { protectionKey } from '../protection';
import { Body, repositoryOf } from './body';

type Values = Record<string, unknown>;

function names(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function allowanceOf(value: unknown): Allowance | undefined {
  if (!value || typeof value !== 'object') return undefined;
  const { users, teams, apps } = value as Values;
  return { users: names(users), teams: names(teams), apps: names(apps) };
}

function statusChecksOf(value: Values): Protection['statusChecks'] {
  const checks = Array.isArray(value.checks) ? value.checks : undefined;
  return {
    strict: value.strict === true,
    contexts:
      checks?.map((check: { context: string }) => check.context) ??
      names(value.contexts),
  };
}

function reviewsOf(
  value: Values,
  old?: Protection['reviews'],
): Protection['reviews'] {
  const count =
    value.required_approving_review_count ??
    old?.requiredApprovingReviewCount ??
    1;
  if (typeof count !== 'number' || count < 0 || count > 6) {
    throw GithubError.invalid(
      'ProtectedBranch',
      'required_approving_review_count',
      'invalid',
      'must be 0 to 6',
    );
  }
  const flag = (name: string, before = false) =>
    value[name] === undefined ? before : value[name] === true;
  return {
    requiredApprovingReviewCount: count,
    requireCodeOwnerReviews: flag(
      'require_code_owner_reviews',
      old?.requireCodeOwnerReviews,
    ),
    dismissStaleReviews: flag(
      'dismiss_stale_reviews',
      old?.dismissStaleReviews,
    ),
    requireLastPushApproval: flag(
      'require_last_push_approval',
      old?.requireLastPushApproval,
    ),
    bypass: allowanceOf(value.bypass_pull_request_allowances) ?? old?.bypass,
    dismissal: allowanceOf(value.dismissal_restrictions) ?? old?.dismissal,
  };
}

/** https://docs.github.com/rest/branches/branch-protection */
export function protectionRoutes(github: Github) {
  const { git, state } = github;
  const router = Router();
  const base = '/repos/:owner/:repo/branches/:branch/protection';

  const find = async (request: Request) => {
    const { full } = repositoryOf(github, request);
    const { branch } = request.params;
    if (!(await git.resolve(full, `refs/heads/${branch}`))) {
      throw new GithubError(404, 'Branch not found');
    }
    return {
      full,
      branch,
      protection: state.protections.get(protectionKey(full, branch)),
    };
  };
  const existing = async (request: Request): Promise<Protection> => {
    const { protection } = await find(request);
    if (!protection) throw new GithubError(404, 'Branch not protected');
    return protection;
  };
  const save = (protection: Protection) =>
    state.protections.put(
      protectionKey(protection.repository, protection.branch),
      protection,
    );

  router.get(base, async (request, response) => {
    response.json(presentProtection(github, await existing(request)));
  });

  router.put(base, async (request, response) => {
    const { full, branch, protection } = await find(request);
    const body = new Body(request, 'ProtectedBranch');
    for (const field of [
      'required_status_checks',
      'enforce_admins',
      'required_pull_request_reviews',
      'restrictions',
    ]) {
      if (!body.has(field)) {
        throw new GithubError(
          422,
          `Invalid request.\n\n"${field}" wasn't supplied.`,
        );
      }
    }
    const checks = body.object('required_status_checks');
    const reviews = body.object('required_pull_request_reviews');
    const saved = save({
      repository: full,
      branch,
      statusChecks: checks && statusChecksOf(checks),
      reviews: reviews && reviewsOf(reviews),
      restrictions: allowanceOf(body.object('restrictions')),
      enforceAdmins: body.flag('enforce_admins') ?? false,
      requiredSignatures: protection?.requiredSignatures ?? false,
      requiredLinearHistory: body.flag('required_linear_history') ?? false,
      allowForcePushes: body.flag('allow_force_pushes') ?? false,
      allowDeletions: body.flag('allow_deletions') ?? false,
      blockCreations: body.flag('block_creations') ?? false,
      requiredConversationResolution:
        body.flag('required_conversation_resolution') ?? false,
      lockBranch: body.flag('lock_branch') ?? false,
      allowForkSyncing: body.flag('allow_fork_syncing') ?? false,
    });
    response.json(presentProtection(github, saved));
  });

  router.delete(base, async (request, response) => {
    const { repository, branch } = await existing(request);
    state.protections.delete(protectionKey(repository, branch));
    response.status(204).end();
  });

  for (const [path, field] of [
    ['enforce_admins', 'enforceAdmins'],
    ['required_signatures', 'requiredSignatures'],
  ] as const) {
    router.get(`${base}/${path}`, async (request, response) => {
      response.json(presentProtection(github, await existing(request))[path]);
    });
    router.post(`${base}/${path}`, async (request, response) => {
      const saved = save({ ...(await existing(request)), [field]: true });
      response.json(presentProtection(github, saved)[path]);
    });
    router.delete(`${base}/${path}`, async (request, response) => {
      save({ ...(await existing(request)), [field]: false });
      response.status(204).end();
    });
  }

  for (const [path, field] of [
    ['required_status_checks', 'statusChecks'],
    ['required_pull_request_reviews', 'reviews'],
    ['restrictions', 'restrictions'],
  ] as const) {
    router.get(`${base}/${path}`, async (request, response) => {
      const part = presentProtection(github, await existing(request))[path];
      if (!part) throw GithubError.notFound();
      response.json(part);
    });
    router.delete(`${base}/${path}`, async (request, response) => {
      const protection = await existing(request);
      if (!protection[field]) throw GithubError.notFound();
      save({ ...protection, [field]: undefined });
      response.status(204).end();
    });
  }

  router.patch(`${base}/required_status_checks`, async (request, response) => {
    const protection = await existing(request);
    if (!protection.statusChecks) throw GithubError.notFound();
    const { strict, contexts } = protection.statusChecks;
    const statusChecks = statusChecksOf({
      strict,
      contexts,
      ...(request.body as Values),
    });
    response.json(
      presentProtection(github, save({ ...protection, statusChecks }))
        .required_status_checks,
    );
  });

  router.patch(
    `${base}/required_pull_request_reviews`,
    async (request, response) => {
      const protection = await existing(request);
      const reviews = reviewsOf(request.body as Values, protection.reviews);
      response.json(
        presentProtection(github, save({ ...protection, reviews }))
          .required_pull_request_reviews,
      );
    },
  );

  return router;
}
