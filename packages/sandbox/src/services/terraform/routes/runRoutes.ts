import type { Request } from 'express';
import Router from 'express-promise-router';
import { createRun } from '../createRun';
import { createRunDecisions, type RunDecisions } from '../decideRun';
import { newId } from '../ids';
import {
  ApiError,
  bodyData,
  page,
  relatedId,
  type ResourceObject,
} from '../jsonApi';
import { presentApply, presentPlan } from '../present/presentPhases';
import { presentRun } from '../present/presentRun';
import type { Run } from '../types';
import {
  baseUrlOf,
  runOf,
  workspaceOf,
  type TerraformContext,
} from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run */
export function runRoutes(context: TerraformContext) {
  const { state, kit, machine } = context;
  const router = Router();

  function addComment(run: Run, body: unknown): void {
    if (!body) return;
    const comment = {
      id: newId('wsc'),
      body: String(body),
      createdAt: kit.clock.timestamp(),
    };
    state.runs.update(run.id, r => ({
      ...r,
      comments: [...r.comments, comment],
    }));
  }

  router.post('/runs', (request, response) => {
    const { attributes, relationships } = bodyData(request);
    const workspace = state.workspaces.get(
      relatedId(relationships, 'workspace') ?? '',
    );
    if (!workspace) throw ApiError.notFound();
    const run = createRun({
      kit,
      state,
      workspaceId: workspace.id,
      configurationVersionId: relatedId(relationships, 'configuration-version'),
      message: attributes.message as string | undefined,
      autoApply: attributes['auto-apply'] as boolean | undefined,
      isDestroy: attributes['is-destroy'] as boolean | undefined,
      planOnly: attributes['plan-only'] as boolean | undefined,
      refreshOnly: attributes['refresh-only'] as boolean | undefined,
      savePlan: attributes['save-plan'] as boolean | undefined,
      variables: attributes.variables as Run['variables'] | undefined,
    });
    machine.queue.advance(workspace.id);
    response.status(201).json({ data: presentRun(state.runs.get(run.id)!) });
  });

  router.get('/workspaces/:id/runs', (request, response) => {
    const { id } = workspaceOf(context, request);
    const filter = (request.query.filter ?? {}) as { status?: string };
    const statuses = filter.status?.split(',');
    const search = (request.query.search ?? {}) as { basic?: string };
    const runs = state
      .runsOf(id)
      .filter(
        r =>
          (!statuses || statuses.includes(r.status)) &&
          (!search.basic || `${r.id} ${r.message}`.includes(search.basic)),
      );
    response.json(page(request, runs.map(presentRun)));
  });

  router.get('/runs/:id', (request, response) => {
    const run = runOf(context, request);
    response.json({
      data: presentRun(run),
      ...included(context, request, run),
    });
  });

  const decisions = createRunDecisions(state, machine);
  for (const action of Object.keys(decisions) as (keyof RunDecisions)[]) {
    router.post(`/runs/:id/actions/${action}`, (request, response) => {
      const run = runOf(context, request);
      decisions[action](run);
      addComment(run, request.body?.comment);
      response.status(202).end();
    });
  }

  // No policy sets and no run tasks are set up in this organisation.
  for (const stage of ['policy-checks', 'task-stages']) {
    router.get(`/runs/:id/${stage}`, (request, response) => {
      runOf(context, request);
      response.json(page(request, []));
    });
  }

  router.get('/runs/:id/run-events', (request, response) => {
    const { events } = runOf(context, request);
    response.json({
      data: events.map(
        (event): ResourceObject => ({
          id: event.id,
          type: 'run-events',
          attributes: {
            action: event.action,
            'created-at': event.createdAt,
            description: null,
          },
        }),
      ),
    });
  });
  router.get('/runs/:id/comments', (request, response) => {
    const { comments } = runOf(context, request);
    response.json({
      data: comments.map(
        (comment): ResourceObject => ({
          id: comment.id,
          type: 'comments',
          attributes: { body: comment.body, 'created-at': comment.createdAt },
        }),
      ),
    });
  });
  router.post('/runs/:id/comments', (request, response) => {
    const run = runOf(context, request);
    addComment(run, bodyData(request).attributes.body);
    const { comments } = state.runs.get(run.id)!;
    const comment = comments[comments.length - 1];
    response.status(201).json({
      data: {
        id: comment.id,
        type: 'comments',
        attributes: { body: comment.body },
      },
    });
  });
  return router;
}

function included({ state }: TerraformContext, request: Request, run: Run) {
  const wanted = String(request.query.include ?? '').split(',');
  const parts: ResourceObject[] = [];
  if (wanted.includes('plan'))
    parts.push(presentPlan(state, run, baseUrlOf(request)));
  if (wanted.includes('apply'))
    parts.push(presentApply(state, run, baseUrlOf(request)));
  return parts.length > 0 ? { included: parts } : {};
}
