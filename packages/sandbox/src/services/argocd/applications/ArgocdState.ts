import { randomUUID } from 'node:crypto';
import type { Collection, Kit } from '../../../kit';
import { ArgocdError } from '../ArgocdError';
import type { Application, AppProject } from '../types';

/** What Argo CD holds: applications and projects. Tells listeners of each change. */
export class ArgocdState {
  readonly applications: Collection<Application>;
  readonly projects: Collection<AppProject>;
  readonly #kit: Kit;
  readonly #listeners = new Set<
    (type: 'ADDED' | 'MODIFIED' | 'DELETED', application: Application) => void
  >();

  constructor(kit: Kit) {
    this.#kit = kit;
    this.applications = kit.store.collection('argocd', 'applications');
    this.projects = kit.store.collection('argocd', 'projects');
  }

  /**
   * @param project the one that it must be in, if a caller names one
   * @throws ArgocdError 404
   */
  application(name: string, project?: unknown): Application {
    const application = this.applications.get(name);
    if (!application && !project) {
      throw new ArgocdError('PermissionDenied', 'permission denied');
    }
    if (!application || (project && application.spec.project !== project)) {
      throw new ArgocdError(
        'NotFound',
        `applications.argoproj.io "${name}" not found`,
      );
    }
    return application;
  }

  /** @throws ArgocdError 404 */
  project(name: string): AppProject {
    const project = this.projects.get(name);
    if (!project) {
      throw new ArgocdError(
        'NotFound',
        `appprojects.argoproj.io "${name}" not found`,
      );
    }
    return project;
  }

  /** Writes an application with the next resource version. */
  save(application: Application): Application {
    const { name, uid, creationTimestamp } = application.metadata;
    const known = this.applications.get(name);
    const version = this.#kit.store.nextNumber('argocd', 'resourceVersion');
    const saved: Application = JSON.parse(
      JSON.stringify({
        ...application,
        metadata: {
          ...application.metadata,
          namespace: 'argocd',
          uid: known?.metadata.uid ?? (uid || randomUUID()),
          creationTimestamp:
            known?.metadata.creationTimestamp ??
            (creationTimestamp || this.#kit.clock.timestamp()),
          resourceVersion: String(version),
          generation: (known?.metadata.generation ?? 0) + 1,
        },
      }),
    );
    this.applications.put(name, saved);
    this.#tell(known ? 'MODIFIED' : 'ADDED', saved);
    return saved;
  }

  remove(name: string): void {
    const application = this.applications.get(name);
    if (!application) return;
    this.applications.delete(name);
    this.#tell('DELETED', application);
  }

  onChange(
    listener: (
      type: 'ADDED' | 'MODIFIED' | 'DELETED',
      application: Application,
    ) => void,
  ): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(type: 'ADDED' | 'MODIFIED' | 'DELETED', application: Application) {
    for (const listener of [...this.#listeners]) listener(type, application);
  }
}
