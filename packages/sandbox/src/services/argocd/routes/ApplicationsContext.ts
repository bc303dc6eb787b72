import type { KubernetesCluster } from '../../kubernetes';
import type { ApplicationController } from '../applications/ApplicationController';
import type { ArgocdState } from '../applications/ArgocdState';
import type { Renderer } from '../render/Renderer';

/** Author, date (ISO 8601) and message of a commit. */
export type CommitReader = (
  repository: string,
  revision: string,
) => Promise<{ author: string; date: string; message: string } | undefined>;

/** What the routes below `/api/v1/applications` share. */
export interface ApplicationsContext {
  state: ArgocdState;
  controller: ApplicationController;
  renderer: Renderer;
  cluster: KubernetesCluster;
  readCommit: CommitReader;
}
