import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

export const ROOT = resolve(__dirname, '../../../../..');

/** What the test decides itself: where it listens, what it stores, and what the catalog reads. */
const LEFT_OUT = ['app', 'auth', 'backend', 'catalog', 'proxy', 'techdocs'];

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

/** Names of the templates that templates/all.yaml lists. */
export function listTemplates(): string[] {
  const folder = resolve(ROOT, 'templates');
  const { spec } = parse(readFileSync(resolve(folder, 'all.yaml'), 'utf8')) as {
    spec: { targets: string[] };
  };
  return spec.targets
    .map(target => resolve(folder, target))
    .filter(existsSync)
    .map(file => parse(readFileSync(file, 'utf8')).metadata.name as string);
}

/** The packages of packages/backend/src/index.ts that bring actions, or serve them: not the one that runs tasks. */
export function listFeatures(): string[] {
  const text = readFileSync(
    resolve(ROOT, 'packages/backend/src/index.ts'),
    'utf8',
  );
  return [...text.matchAll(/import\(\s*'([^']+)'/g)]
    .map(([, name]) => name)
    .filter(name => /\/plugin-(scaffolder|approvals)-backend/.test(name))
    .filter(name => !name.endsWith('-module-recovery'));
}
