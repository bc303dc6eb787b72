import { join } from 'node:path';
import type {
  Faults,
  Kit,
  RequestLog,
  SandboxControl,
  SandboxService,
} from '../kit';
import type { World } from '../world';
import { AwsService } from './aws';
import { ControlService } from './control';
import { BareGitRepositories, createGithubService } from './github';
import { MailService } from './mail';
import { OktaService } from './okta';
import { createTerraformService } from './terraform';

/** All services, in the order in which they are seeded and started. */
export function createServices(options: {
  kit: Kit;
  requests: RequestLog;
  faults: Faults;
  control: SandboxControl;
  world: World;
}): SandboxService[] {
  const { kit, requests, faults, control, world } = options;
  const git = new BareGitRepositories({ root: join(kit.dataDir, 'git') });
  return [
    new ControlService({ requests, faults, control, urls: kit.urls }),
    new OktaService(kit, world),
    new AwsService(kit),
    new MailService({ kit, requests, faults }),
    createGithubService({ kit, world, git }),
    createTerraformService({ kit, world }),
  ];
}
