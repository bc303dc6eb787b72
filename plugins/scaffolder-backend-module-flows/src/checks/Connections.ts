import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import { GrafanaInstances } from '@portico/plugin-grafana-node';
import { checkArgocd } from './checkArgocd';
import { checkGrafana } from './checkGrafana';
import { checkTerraformCli } from './checkTerraformCli';
import { GithubConnection } from './GithubConnection';
import { TerraformConnection } from './TerraformConnection';

/** The systems that can be checked. */
export const CONNECTIONS = [
  'github',
  'argocd',
  'terraform',
  'grafana',
] as const;

/** One of {@link CONNECTIONS}. */
export type Connection = (typeof CONNECTIONS)[number];

type Check = (signal?: AbortSignal) => Promise<string[]>;

/** Asks the systems that a flow needs whether they answer and accept Portico's credentials. */
export class Connections {
  /** Reads `integrations.github`, `flows.github`, `argocd.instances`, `grafana.instances` and `terraform`. */
  static fromConfig(config: RootConfigService): Connections {
    const github = GithubConnection.fromConfig(config);
    const terraform = TerraformConnection.fromConfig(config);
    const executor =
      config.getOptionalString('terraform.defaultExecutor') ??
      (config.has('terraform.hcp') ? 'hcp' : 'cli');
    const argocd = ArgocdInstances.fromConfig(config);
    const grafana = GrafanaInstances.fromConfig(config);
    return new Connections({
      github: signal => github.check(signal),
      argocd: signal => checkArgocd(argocd, signal),
      grafana: signal => checkGrafana(grafana, signal),
      terraform: signal =>
        executor === 'cli'
          ? checkTerraformCli(config)
          : terraform.check(signal),
    });
  }

  constructor(private readonly checks: Record<Connection, Check>) {}

  /**
   * One sentence for each server that answered.
   *
   * @throws an error that names the server, what it answered and the config key to fix
   */
  check(connection: Connection, signal?: AbortSignal): Promise<string[]> {
    return this.checks[connection](signal);
  }
}
