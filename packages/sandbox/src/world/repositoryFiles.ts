import type { FileChange } from '../services/github/git/GitRepositories';
import { catalogFiles, type RepositoryPlace } from './repository/catalogInfo';
import { docsFiles, readmeFile } from './repository/docs';
import { manifestFiles } from './repository/manifests';
import { sourceFiles } from './repository/sources';
import { terraformFiles } from './repository/terraform';
import { workflowFiles } from './repository/workflow';
import type { Component, World } from './types';

/**
 * What a component's repository holds at first: catalog entry, API definitions, docs, code,
 * workflow, manifests and Terraform configuration. The same each time.
 */
export function repositoryFiles(
  world: World,
  component: Component,
  place: RepositoryPlace,
): FileChange[] {
  return [
    ...catalogFiles(component, place),
    readmeFile(world, component),
    ...(component.unlinked ? [] : docsFiles(world, component)),
    ...sourceFiles(component),
    ...workflowFiles(component, place.organization),
    ...manifestFiles(world, component, place.organization),
    ...terraformFiles(world, component),
  ];
}
