import type { Incident, Incidents } from '../../../incidents';
import type { ApplicationController } from '../applications/ApplicationController';
import type { ArgocdState } from '../applications/ArgocdState';
import { isUnderWay } from '../applications/autoSync';
import { RenderError } from '../render/RenderError';
import type { Application } from '../types';
import { componentOf } from './componentOf';

/** An incident that is older was met by a sync of its own time. */
const PAST_MS = 60_000;

/** Lets applications look at Git when an incident breaks or mends what it holds. */
export class FailedSyncs {
  readonly #controller: ApplicationController;
  readonly #state: ArgocdState;
  readonly #incidents: Incidents;
  #stop = () => {};

  constructor(options: {
    controller: ApplicationController;
    state: ArgocdState;
    incidents: Incidents;
  }) {
    this.#controller = options.controller;
    this.#state = options.state;
    this.#incidents = options.incidents;
  }

  async start(): Promise<void> {
    this.#stop = this.#incidents.subscribe(incident => {
      if (incident.kind !== 'sync-failed') return;
      for (const application of this.#applications(incident)) {
        if (incident.endedAt === undefined) {
          this.#controller.schedule(application.metadata.name);
        } else {
          this.#mend(application);
        }
      }
    });
    for (const incident of this.#incidents.open()) {
      if (incident.kind === 'sync-failed') await this.#takeUp(incident);
    }
  }

  stop(): void {
    this.#stop();
  }

  async #takeUp(incident: Incident) {
    if (Date.now() - incident.startedAt < PAST_MS) return;
    // Argo CD's times have whole seconds.
    const at = new Date(Math.floor(incident.startedAt / 1000) * 1000);
    for (const { metadata, status } of this.#applications(incident)) {
      const last = status.operationState?.startedAt;
      if (!last || new Date(last) >= at) continue;
      try {
        await this.#controller.noteRefused(metadata.name, at);
      } catch (error) {
        // Its repository is gone: the application says so once it is refreshed.
        if (!(error instanceof RenderError)) throw error;
      }
    }
  }

  /** Whoever mends it commits, and the commit is synced. */
  #mend(application: Application) {
    const { name } = application.metadata;
    if (isUnderWay(application)) this.#controller.schedule(name);
    else {
      this.#controller.syncs.start(name, {
        initiatedBy: { automated: true },
        sync: { prune: true },
      });
    }
  }

  #applications({ component }: Incident): Application[] {
    return this.#state.applications
      .list()
      .filter(
        one =>
          componentOf(one.spec) === component &&
          !one.metadata.deletionTimestamp,
      );
  }
}
