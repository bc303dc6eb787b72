import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

export const ROOT = resolve(__dirname, '../../../../..');

/** What the test decides itself: where it listens, what it stores, and what the catalog reads. */
const LEFT_OUT = ['app', 'auth', 'backend', 'catalog', 'proxy', 'techdocs'];

/** For systems of people, where the sandbox's config says nothing. Nobody is there: nothing is reached. */
const VENDORS: JsonObject = {
  okta: {
    orgs: [{ name: 'o', orgUrl: 'http://127.0.0.1:7102', token: 'token' }],
  },
  awsIdentity: {
    region: 'us-east-1',
    endpoint: 'http://127.0.0.1:7103',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    accounts: [{ name: 'mini-org-dev', id: '444455556666' }],
  },
  email: {
    from: 'portico@mini-org.example',
    smtp: { host: '127.0.0.1', port: 7110, secure: false },
  },
};

function read(file: string): JsonObject {
  const all = parse(readFileSync(resolve(ROOT, file), 'utf8')) as JsonObject;
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !LEFT_OUT.includes(key)),
  );
}

/** The config that `npm start` takes: the real rules, and integrations that point at the sandbox's ports. */
export function readConfig(): JsonObject {
  const base = read('app-config.yaml');
  const sandbox = read('app-config.sandbox.yaml');
  const both = (key: string): JsonObject => ({
    ...(base[key] as JsonObject | undefined),
    ...(sandbox[key] as JsonObject | undefined),
  });
  const { taskRecovery: _, ...scaffolder } = both('scaffolder');
  return {
    ...VENDORS,
    ...base,
    ...sandbox,
    portico: both('portico'),
    app: { baseUrl: 'http://localhost:7007' },
    flows: both('flows'),
    scaffolder: {
      ...scaffolder,
      concurrentTasksLimit: 0, // tasks are made, not run
    },
    catalog: {
      processingInterval: '1s',
      locations: [
        {
          type: 'file',
          target: resolve(ROOT, 'templates/all.yaml'),
          rules: [{ allow: ['Location', 'Template'] }],
        },
      ],
    },
  };
}

/** The templates that templates/all.yaml lists, with the actions of their steps. */
export function listTemplates(): { name: string; actions: string[] }[] {
  const folder = resolve(ROOT, 'templates');
  const load = (file: string) => parse(readFileSync(file, 'utf8'));
  const { spec } = load(resolve(folder, 'all.yaml')) as {
    spec: { targets: string[] };
  };
  return spec.targets.map(target => {
    const template = load(resolve(folder, target)) as {
      metadata: { name: string };
      spec: { steps: { action: string }[] };
    };
    return {
      name: template.metadata.name,
      actions: template.spec.steps.map(({ action }) => action),
    };
  });
}

/** Brings no actions: it runs tasks, and there are none here. */
const RUNS_TASKS = '@portico/plugin-scaffolder-backend-module-recovery';

/** The packages that bring actions or serve them: those that the backend adds, and those written but not added yet. */
export function listFeatures(): string[] {
  const added = readFileSync(
    resolve(ROOT, 'packages/backend/src/index.ts'),
    'utf8',
  ).matchAll(/import\(\s*'([^']+)'/g);
  const written = readdirSync(resolve(ROOT, 'plugins'))
    .filter(name => existsSync(resolve(ROOT, 'plugins', name, 'src/index.ts')))
    .map(name => `@portico/plugin-${name}`);
  return [...new Set([...[...added].map(([, name]) => name), ...written])]
    .filter(name => /\/plugin-(scaffolder|approvals)-backend/.test(name))
    .filter(name => name !== RUNS_TASKS);
}
