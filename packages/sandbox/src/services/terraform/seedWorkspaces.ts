import type { Kit } from '../../kit';
import type { Component, World } from '../../world';
import type { Known } from './hcl/Value';
import { newId } from './ids';
import { computedAttributes } from './plan/resourceTypes';
import type { TerraformState } from './TerraformState';
import type { StateResource, StateVersion } from './types';

/** How many components get a workspace. */
const LIMIT = 8;

/** Gives a handful of components that use a database a workspace that holds it. */
export function seedWorkspaces(options: {
  kit: Kit;
  state: TerraformState;
  world: World;
}): void {
  const { kit, state, world } = options;
  const databases = new Set(
    world.resources
      .filter(resource => resource.type === 'database')
      .map(resource => resource.name),
  );
  const owners = world.components
    .filter(component => component.uses.some(name => databases.has(name)))
    .slice(0, LIMIT);
  kit.store.transaction(() =>
    owners.forEach(component => seedWorkspace(kit, state, component)),
  );
}

function seedWorkspace(
  kit: Kit,
  state: TerraformState,
  component: Component,
): void {
  const name = `${component.name}-production`;
  const id = newId('ws', name);
  const now = kit.clock.timestamp();
  const configured: Record<string, Known> = {
    identifier: name,
    engine: 'postgres',
    engine_version: '17.2',
    instance_class:
      component.tier === 'critical' ? 'db.m6g.large' : 'db.t4g.small',
    allocated_storage: component.tier === 'critical' ? 100 : 20,
    multi_az: component.tier === 'critical',
    tags: { service: component.name, environment: 'production' },
  };
  const attributes: Record<string, Known> = {
    ...computedAttributes(
      'aws_db_instance',
      configured,
      `${name}/aws_db_instance.main`,
    ),
    ...configured,
  };
  const resource: StateResource = {
    address: 'aws_db_instance.main',
    mode: 'managed',
    type: 'aws_db_instance',
    name: 'main',
    attributes,
    configured: Object.keys(configured),
    sensitive: [],
  };
  const version: StateVersion = {
    id: newId('sv', name),
    workspaceId: id,
    serial: 1,
    lineage: newId('lineage', id).slice(8),
    resources: [resource],
    outputs: ['endpoint', 'arn'].map(key => ({
      id: newId('wsout', `${id}/database_${key}`),
      name: `database_${key}`,
      value: attributes[key],
      sensitive: false,
    })),
    createdAt: now,
  };
  state.stateVersions.put(version.id, version);
  state.workspaces.put(id, {
    id,
    name,
    description: `Cloud resources of ${component.title} in production`,
    projectId: state.projectId,
    autoApply: false,
    executionMode: 'remote',
    terraformVersion: '1.11.4',
    workingDirectory: '',
    structuredRunOutput: true,
    tagNames: [`portico-entity:component:default:${component.name}`],
    locked: false,
    currentStateVersionId: version.id,
    createdAt: now,
    updatedAt: now,
  });
}
