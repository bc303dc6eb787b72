import { join } from 'node:path';
import type {
  Faults,
  Kit,
  RequestLog,
  SandboxControl,
  SandboxService,
} from '../kit';
import { StoredIncidents } from '../incidents';
import type { World } from '../world';
import { AlertmanagerService } from './alertmanager';
import { createArgocdService } from './argocd';
import { AwsService, type ScimOptions } from './aws';
import { AzureService } from './azure';
import { ControlService } from './control';
import { BareGitRepositories, createGithubService } from './github';
import { GrafanaService } from './grafana';
import {
  KubernetesCluster,
  KubernetesService,
  productionServices,
} from './kubernetes';
import { MailService } from './mail';
import { OktaService, type OktaOptions } from './okta';
import { OpenCostService } from './opencost';
import { PagerDutyService } from './pagerduty';
import { PrometheusService } from './prometheus';
import { createWorldSeries } from './prometheus/series/createWorldSeries';
import { createTerraformService } from './terraform';

/** All services, in the order in which they are seeded and started. */
export function createServices(options: {
  kit: Kit;
  requests: RequestLog;
  faults: Faults;
  control: SandboxControl;
  world: World;
  /** How AWS gets its users from Okta. */
  scim?: ScimOptions;
  okta?: OktaOptions;
}): SandboxService[] {
  const { kit, requests, faults, control, world, scim } = options;
  const okta = new OktaService(kit, world, options.okta);
  const git = new BareGitRepositories({ root: join(kit.dataDir, 'git') });
  const cluster = new KubernetesCluster(kit);
  const incidents = new StoredIncidents({
    kit,
    components: () => productionServices(world, cluster),
  });
  const argocd = createArgocdService({
    kit,
    world,
    incidents,
    git,
    cluster,
    async readCommit(repository, revision) {
      const commit = await git.readCommit(repository, revision);
      if (!commit) return undefined;
      const { author, message } = commit;
      return {
        author: `${author.name} <${author.email}>`,
        date: author.date,
        message,
      };
    },
  });
  const source = createWorldSeries({ kit, world, incidents, cluster });
  return [
    new ControlService({
      requests,
      faults,
      control,
      kit,
      world,
      incidents,
    }),
    okta,
    new AwsService({ kit, world, okta: okta.provisioning, scim }),
    new MailService({ kit, requests, faults }),
    createGithubService({ kit, world, git }),
    new KubernetesService(cluster, incidents),
    argocd,
    createTerraformService({ kit, world }),
    new PagerDutyService({ kit, world }),
    new AlertmanagerService({ kit, world }),
    new PrometheusService({ kit, world, source }),
    new OpenCostService({ kit, world }),
    new AzureService({ kit, world }),
    new GrafanaService({ kit, world, source, incidents }),
  ];
}

export { scimFromEnvironment, type ScimOptions } from './aws';
export { oktaFromEnvironment, type OktaOptions } from './okta';
