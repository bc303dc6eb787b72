import { json, type NextFunction, type Request, type Response } from 'express';
import Router from 'express-promise-router';
import type { Incidents } from '../../incidents';
import type { Kit, SandboxService } from '../../kit';
import { sendPage } from '../../kit/page';
import type { World } from '../../world';
import type { GitRepositories } from '../github/git/GitRepositories';
import { StatusError, type KubernetesCluster } from '../kubernetes';
import { ApplicationController } from './applications/ApplicationController';
import { ArgocdState } from './applications/ArgocdState';
import { ArgocdError } from './ArgocdError';
import { fail } from './fail';
import { componentOf } from './incidents/componentOf';
import { FailedSyncs } from './incidents/FailedSyncs';
import { syncIncident } from './incidents/refusedConfig';
import { inventory } from './inventory';
import { Renderer } from './render/Renderer';
import { applicationPage } from './routes/applicationPage';
import type { CommitReader } from './routes/ApplicationsContext';
import { createApplicationsRouter } from './routes/createApplicationsRouter';
import { createSettingsRouter } from './routes/createSettingsRouter';
import { seedApplications } from './seedApplications';

const TOKEN = 'argocd-sandbox-token';

export interface ArgocdOptions {
  kit: Kit;
  world: World;
  git: GitRepositories;
  cluster: KubernetesCluster;
  incidents: Incidents;
  /** Says who made a commit and why, for `/revisions/<sha>/metadata`. */
  readCommit: CommitReader;
}

/** Argo CD's API: it syncs from the sandbox's git to its cluster. */
export class ArgocdService implements SandboxService {
  readonly name = 'argocd';
  readonly title = 'Argo CD';
  readonly description =
    'Applications that sync from the git here to the cluster here; Kustomize and plain manifests, no Helm. The pods are simulated.';
  readonly credential = `Authorization: Bearer ${TOKEN}`;
  readonly router = Router();
  readonly fail = fail;
  readonly state: ArgocdState;
  readonly controller: ApplicationController;
  readonly #options: ArgocdOptions;
  readonly #failedSyncs: FailedSyncs;
  /** What is seeded was deployed before any incident. */
  #running = false;

  constructor(options: ArgocdOptions) {
    const { kit, git, cluster, readCommit, incidents } = options;
    this.#options = options;
    const state = new ArgocdState(kit);
    const renderer = new Renderer({
      git,
      cluster,
      github: () => kit.urls.github,
      isRefused: spec => {
        const component = this.#running && componentOf(spec);
        return Boolean(component && syncIncident(incidents, component));
      },
    });
    const controller = new ApplicationController({
      kit,
      git,
      cluster,
      state,
      renderer,
    });
    this.state = state;
    this.controller = controller;
    this.#failedSyncs = new FailedSyncs({ controller, state, incidents });
    const { router } = this;
    router.get('/healthz', (_request, response) => {
      response.type('text/plain').send('ok');
    });
    router.get('/api/version', (_request, response) => {
      response.json({ Version: 'v3.1.0+sandbox' });
    });
    router.get(
      ['/applications/argocd/:name', '/applications/:name'],
      (request, response) => {
        sendPage(
          response,
          applicationPage(state.application(request.params.name)),
        );
      },
    );
    router.use('/api/v1', (request, response, next) => {
      if (request.get('authorization') !== `Bearer ${TOKEN}`) {
        throw new ArgocdError('Unauthenticated', 'no session information');
      }
      response.locals.caller = 'admin';
      next();
    });
    router.use(json({ limit: '3mb', type: () => true }));
    router.use(
      '/api/v1',
      createApplicationsRouter({
        state,
        controller,
        renderer,
        cluster,
        readCommit,
      }),
    );
    router.use('/api/v1', createSettingsRouter({ kit, state }));
  }

  notFound(_request: Request, response: Response) {
    response
      .status(404)
      .json({ code: 5, message: 'Not Found', error: 'Not Found', details: [] });
  }

  onError(
    error: Error,
    _request: Request,
    response: Response,
    _next: NextFunction,
  ) {
    const isInput =
      error instanceof SyntaxError || error instanceof StatusError;
    const failure =
      error instanceof ArgocdError
        ? error
        : new ArgocdError(
            isInput ? 'InvalidArgument' : 'Internal',
            error.message,
          );
    response.status(failure.status).json(failure);
  }

  inventory() {
    return inventory(this.state);
  }

  async seed() {
    await seedApplications({
      ...this.#options,
      state: this.state,
      controller: this.controller,
    });
  }

  async start() {
    this.#running = true;
    await this.#failedSyncs.start();
    this.controller.start();
  }

  async stop() {
    this.#running = false;
    this.#failedSyncs.stop();
    this.controller.stop();
  }
}
