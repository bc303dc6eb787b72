import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, Kit } from '../../kit';
import { newId } from './ids';
import type {
  ConfigurationVersion,
  Run,
  StateVersion,
  Variable,
  Workspace,
} from './types';

/** A log that is written while its work goes on. */
export interface LogText {
  text: string;
  ended: boolean;
}

/** All that the service keeps. */
export class TerraformState {
  readonly organization: string;
  readonly projectId = newId('prj', 'default');
  readonly workspaces: Collection<Workspace>;
  readonly variables: Collection<Variable>;
  readonly configurations: Collection<ConfigurationVersion>;
  readonly runs: Collection<Run>;
  readonly stateVersions: Collection<StateVersion>;
  /** By the token in their URL. */
  readonly logs: Collection<LogText>;
  /** Folder of the uploaded configurations. */
  readonly directory: string;

  constructor(kit: Kit, organization: string) {
    const collection = <T>(name: string) =>
      kit.store.collection<T>('terraform', name);
    this.organization = organization;
    this.workspaces = collection('workspaces');
    this.variables = collection('variables');
    this.configurations = collection('configuration-versions');
    this.runs = collection('runs');
    this.stateVersions = collection('state-versions');
    this.logs = collection('logs');
    this.directory = join(kit.dataDir, 'terraform');
  }

  workspaceNamed(name: string): Workspace | undefined {
    return this.workspaces.find(workspace => workspace.name === name);
  }

  /** Newest first. */
  runsOf(workspaceId: string): Run[] {
    return this.runs.filter(run => run.workspaceId === workspaceId).reverse();
  }

  currentState(workspaceId: string): StateVersion | undefined {
    const id = this.workspaces.get(workspaceId)?.currentStateVersionId;
    return id === undefined ? undefined : this.stateVersions.get(id);
  }

  /** Path of an uploaded configuration; its folder exists. */
  archiveOf(configurationId: string): string {
    mkdirSync(this.directory, { recursive: true });
    return join(this.directory, `${configurationId}.tar.gz`);
  }

  /** Removes a workspace with everything that belongs to it. */
  deleteWorkspace(id: string): void {
    const owned = [
      this.variables,
      this.configurations,
      this.runs,
      this.stateVersions,
    ] as Collection<{ id: string; workspaceId: string }>[];
    for (const collection of owned) {
      for (const item of collection.filter(
        candidate => candidate.workspaceId === id,
      ))
        collection.delete(item.id);
    }
    this.workspaces.delete(id);
  }
}
