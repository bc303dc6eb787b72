import type { FileChange } from '../../../services/github/git/GitRepositories';
import type { Component } from '../../types';
import { goSources } from './go';
import { javaSources } from './java';
import { nodejsSources } from './nodejs';
import { pythonSources } from './python';

const SOURCES: Record<
  Component['language'],
  (component: Component) => FileChange[]
> = {
  nodejs: nodejsSources,
  python: pythonSources,
  java: javaSources,
  go: goSources,
};

/** Code, test and Dockerfile in the component's language: probes, metrics and nothing that must be installed. */
export function sourceFiles(component: Component): FileChange[] {
  return SOURCES[component.language](component);
}
