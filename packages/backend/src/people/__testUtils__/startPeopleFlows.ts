import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import awsIdentity from '@portico/plugin-scaffolder-backend-module-aws-identity';
import email from '@portico/plugin-scaffolder-backend-module-email';
import flows from '@portico/plugin-scaffolder-backend-module-flows';
import githubPlatform from '@portico/plugin-scaffolder-backend-module-github-platform';
import okta from '@portico/plugin-scaffolder-backend-module-okta';
import type { JsonObject } from '@backstage/types';
import type { TaskLedger } from '@portico/plugin-flows-common';
import { settleTasks } from '@portico/plugin-flows-test-utils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { readSandboxConfig, ROOT } from './readSandboxConfig';

/** How a task ended. */
export interface EndedTask {
  id: string;
  status: string;
  /** Lines of its log. */
  log: string[];
  output: { links?: JsonObject[]; text?: JsonObject[] };
  ledger: TaskLedger;
}

const entity = (kind: string, name: string, spec: JsonObject): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
  relations: [],
});

function readTemplate(name: string): Entity {
  const file = resolve(ROOT, `templates/${name}/template.yaml`);
  const template = parse(readFileSync(file, 'utf8')) as Entity;
  const namespace = 'default';
  return { ...template, metadata: { ...template.metadata, namespace } };
}

/** The scaffolder with the templates for people, their actions and the clean-up, on a sandbox. */
export async function startPeopleFlows(urls: Record<string, string>) {
  const profile = (displayName: string) => ({ profile: { displayName } });
  const entities = [
    readTemplate('user-onboarding'),
    readTemplate('user-offboarding'),
    entity('User', 'jonas.weber', profile('Jonas Weber')),
    entity('Group', 'commerce', { type: 'team', ...profile('commerce') }),
  ];
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      flows,
      okta,
      awsIdentity,
      email,
      githubPlatform,
      catalogServiceMock.factory({ entities }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          ...readSandboxConfig(urls),
        },
      }),
    ],
  });
  const base = `http://localhost:${backend.server.port()}/api/scaffolder`;
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${base}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  };

  return {
    async stop() {
      await settleTasks();
      await backend.stop();
    },
    /** Runs a template to its end. */
    async run(template: string, values: JsonObject): Promise<EndedTask> {
      const { id } = await ask<{ id: string }>('/v2/tasks', {
        templateRef: `template:default/${template}`,
        values,
      });
      const deadline = Date.now() + 100_000;
      for (;;) {
        const { status } = await ask<{ status: string }>(`/v2/tasks/${id}`);
        if (!['open', 'processing'].includes(status)) {
          const events = await ask<
            { body: { message: string; output?: EndedTask['output'] } }[]
          >(`/v2/tasks/${id}/events`);
          return {
            id,
            status,
            log: events.map(({ body }) => body.message),
            output: events.find(({ body }) => body.output)?.body.output ?? {},
            ledger: await this.ledger(id),
          };
        }
        if (Date.now() > deadline) throw new Error(`Task ${id} is ${status}`);
        await pause(50);
      }
    },
    ledger: (id: string) => ask<TaskLedger>(`/portico/tasks/${id}/ledger`),
  };
}

/** e.g. `made Okta user nia.osei@mini-org.example`. */
export function linesOf({ rows }: TaskLedger): string[] {
  return rows.map(({ outcome, kind, name }) => `${outcome} ${kind} ${name}`);
}
