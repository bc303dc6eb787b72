import { shop, type startArgocd } from './startArgocd';
import type { Application } from '../types';

type Argocd = Awaited<ReturnType<typeof startArgocd>>;

interface Deployment {
  spec: {
    replicas: number;
    template: { spec: { containers: { image: string }[] } };
  };
}

/** Whether the last operation has ended, well or not. */
export function isOver({ status }: Application): boolean {
  const phase = status.operationState?.phase ?? '';
  return ['Succeeded', 'Failed', 'Error'].includes(phase);
}

/** An application that does not sync by itself unless its policy says so; its name is also its folder and namespace. */
export class TestApplication {
  readonly name: string;
  readonly #argocd: Argocd;

  private constructor(argocd: Argocd, name: string) {
    this.#argocd = argocd;
    this.name = name;
  }

  /** Commits its manifests; the application itself is not made yet. */
  static async prepare(argocd: Argocd, name: string) {
    const application = new TestApplication(argocd, name);
    await application.commit();
    return application;
  }

  commit(options: Parameters<typeof shop>[0] = {}) {
    return this.#argocd.commit(`${this.name}/shop.yaml`, shop(options));
  }

  create(spec: object = {}) {
    return this.#argocd.create(this.name, this.name, spec);
  }

  until(check: (application: Application) => unknown) {
    return this.#argocd.until(this.name, check);
  }

  sync(body: object = {}) {
    return this.#argocd.argocd('POST', `/applications/${this.name}/sync`, body);
  }

  /** Syncs and waits for the end of just this operation. */
  async syncToEnd(body: object = {}) {
    const { status, body: answer } = await this.sync(body);
    if (status !== 200) throw new Error(answer.message);
    return this.until(isOver);
  }

  patch(change: object) {
    return this.#argocd.argocd('PATCH', `/applications/${this.name}`, {
      name: this.name,
      patchType: 'merge',
      patch: JSON.stringify(change),
    });
  }

  get deploymentPath() {
    return `/apis/apps/v1/namespaces/${this.name}/deployments/shop`;
  }

  deployment() {
    return this.#argocd.cluster<Deployment>(this.deploymentPath);
  }

  /** Changes the cluster behind Argo CD's back. */
  drift() {
    return fetch(`${this.#argocd.urls.kubernetes}${this.deploymentPath}`, {
      method: 'PATCH',
      headers: {
        authorization: 'Bearer kubernetes-sandbox-token',
        'content-type': 'application/merge-patch+json',
      },
      body: '{"spec":{"replicas":3}}',
    });
  }
}
