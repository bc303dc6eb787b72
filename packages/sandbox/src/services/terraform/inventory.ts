import type { Inventory } from '../../kit';
import { FINAL } from './runActions';
import type { TerraformState } from './TerraformState';

/** What a flow can leave in HCP Terraform. */
export function inventory(state: TerraformState): Inventory {
  const workspaces = state.workspaces.list();
  const nameOf = (id: string) => state.workspaces.get(id)?.name ?? id;
  return {
    workspaces: workspaces.map(({ id, name, lockedBy, locked }) => {
      const resources =
        state.currentState(id)?.resources.filter(r => r.mode === 'managed') ??
        [];
      const lock = lockedBy ? ` locked by ${lockedBy.type}` : ' locked';
      return `${name} resources=${resources.length}${locked ? lock : ''}`;
    }),
    resources: workspaces.flatMap(({ id, name }) =>
      (state.currentState(id)?.resources ?? [])
        .filter(resource => resource.mode === 'managed')
        .map(resource => `${name} ${resource.address}`),
    ),
    variables: state.variables
      .list()
      .map(({ workspaceId, key }) => `${nameOf(workspaceId)} ${key}`),
    unfinishedRuns: state.runs
      .filter(run => !FINAL.includes(run.status))
      .map(run => `${nameOf(run.workspaceId)} ${run.status}`),
  };
}
