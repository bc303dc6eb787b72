import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { create } from 'tar';
import type { Kit } from '../../kit';
import { terraformFiles, type Component, type World } from '../../world';
import { newId, newToken } from './ids';
import { planConfiguration } from './plan/planConfiguration';
import type { VariableValue } from './plan/variables';
import type { TerraformState } from './TerraformState';
import type { PlanResult } from './types';
import { workspaceSettings } from './workspaceSettings';

const DAY = 86_400_000;

interface Seeding {
  kit: Kit;
  state: TerraformState;
  component: Component;
  /** Folder of the component's configuration. */
  root: string;
}

/**
 * Gives each component that has stores a workspace of its production environment, whose state is what an apply
 * of the configuration in its repository leaves: planned again, nothing changes.
 */
export async function seedWorkspaces(options: {
  kit: Kit;
  state: TerraformState;
  world: World;
}): Promise<void> {
  const { kit, state, world } = options;
  const folder = await mkdtemp(join(tmpdir(), 'portico-terraform-seed-'));
  try {
    for (const component of world.components) {
      const files = terraformFiles(world, component);
      if (files.length === 0) continue;
      const root = join(folder, component.name);
      await mkdir(root);
      for (const { path, content } of files)
        await writeFile(join(root, basename(path)), content ?? '');
      await seedWorkspace({ kit, state, component, root });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function seedWorkspace(seeding: Seeding): Promise<void> {
  const { kit, state, component, root } = seeding;
  const name = `${component.name}-production`;
  const id = newId('ws', name);
  const variables = variablesOf(component);
  const plan = await planConfiguration({
    root,
    workspaceName: name,
    variables: new Map(
      Object.entries(variables).map(([key, value]): [string, VariableValue] => [
        key,
        { value, hcl: false, sensitive: false },
      ]),
    ),
    isDestroy: false,
  });
  const configurationId = newId('cv', name);
  await create(
    { gzip: true, cwd: root, file: state.archiveOf(configurationId) },
    ['.'],
  );
  const share = createHash('sha1').update(name).digest()[0];
  const appliedAt = stamp(kit, 1 + (share % 60));
  kit.store.transaction(() => {
    state.configurations.put(configurationId, {
      id: configurationId,
      workspaceId: id,
      status: 'uploaded',
      autoQueueRuns: false,
      speculative: false,
      uploadToken: newToken(),
      createdAt: appliedAt,
      uploadedAt: appliedAt,
    });
    for (const [key, value] of Object.entries(variables)) {
      const variableId = newId('var', `${name}/${key}`);
      state.variables.put(variableId, {
        id: variableId,
        workspaceId: id,
        key,
        value,
        sensitive: false,
        category: 'terraform',
        hcl: false,
      });
    }
    const serial = 1 + (share % 48);
    const versionId = putState({ state, id, plan, serial, appliedAt });
    state.workspaces.put(id, {
      ...workspaceSettings({
        description: `Cloud resources of ${component.title} in production`,
      }),
      id,
      name,
      projectId: state.projectId,
      tagNames: [`portico-entity:component:default:${component.name}`],
      locked: false,
      currentStateVersionId: versionId,
      createdAt: stamp(kit, 300),
      updatedAt: appliedAt,
    });
  });
}

function putState(options: {
  state: TerraformState;
  id: string;
  plan: PlanResult;
  serial: number;
  appliedAt: string;
}): string {
  const { state, id, plan, serial, appliedAt } = options;
  const versionId = newId('sv', id);
  state.stateVersions.put(versionId, {
    id: versionId,
    workspaceId: id,
    serial,
    lineage: newId('lineage', id).slice(8),
    resources: plan.changes.flatMap(change => change.result ?? []),
    outputs: plan.outputs.map(({ name, result = null, sensitive }) => ({
      id: newId('wsout', `${id}/${name}`),
      name,
      value: result,
      sensitive,
    })),
    createdAt: appliedAt,
  });
  return versionId;
}

function variablesOf(component: Component): Record<string, string> {
  return {
    service: component.name,
    team: component.owner,
    environment: 'production',
    region: 'us-east-1',
  };
}

function stamp({ clock }: Kit, daysAgo: number): string {
  const date = new Date(clock.now().getTime() - daysAgo * DAY);
  return `${date.toISOString().slice(0, 19)}Z`;
}
