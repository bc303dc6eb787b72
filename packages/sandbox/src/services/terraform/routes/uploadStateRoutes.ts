import { createHash } from 'node:crypto';
import Router from 'express-promise-router';
import { newId } from '../ids';
import { ApiError, bodyData } from '../jsonApi';
import { presentStateVersion } from '../present/presentState';
import { readStateFile } from '../readStateFile';
import { isConfirmable } from '../runActions';
import type { StateVersion, Workspace } from '../types';
import {
  baseUrlOf,
  workspaceOf,
  type TerraformContext,
} from './TerraformContext';

/**
 * A state version that somebody uploads. The caller must have locked the workspace; a run that waits for its
 * confirmation does not stand in the way here, so that its plan can be made to go stale.
 *
 * See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/state-versions#create-a-state-version
 */
export function uploadStateRoutes(context: TerraformContext) {
  const { state, kit } = context;
  const router = Router();

  const checkLock = ({ locked, lockedBy }: Workspace) => {
    if (lockedBy?.type === 'users') return;
    const run = lockedBy && state.runs.get(lockedBy.id);
    if (run && isConfirmable(run)) return;
    throw new ApiError(
      409,
      'conflict',
      locked
        ? 'The workspace is locked by a run'
        : 'The workspace must be locked by the user who creates a state version',
    );
  };

  router.post('/workspaces/:id/state-versions', (request, response) => {
    const workspace = workspaceOf(context, request);
    const { attributes } = bodyData(request);
    checkLock(workspace);
    const bytes = Buffer.from(String(attributes.state ?? ''), 'base64');
    const md5 = createHash('md5').update(bytes).digest('hex');
    if (attributes.md5 !== md5) {
      throw ApiError.invalid('md5', 'MD5 does not match the state');
    }
    const current = state.currentState(workspace.id);
    const read = readStateFile(bytes.toString('utf8'), current);
    if (current && attributes.force !== true) {
      if (read.serial <= current.serial) {
        throw new ApiError(
          409,
          'conflict',
          `The serial provided in the state file is not greater than the serial currently known: ${read.serial}, known is ${current.serial}`,
        );
      }
      if (read.lineage !== current.lineage) {
        throw new ApiError(
          409,
          'conflict',
          'The lineage of the state file does not match the lineage of the workspace',
        );
      }
    }
    const version: StateVersion = {
      ...read,
      id: newId('sv'),
      workspaceId: workspace.id,
      createdAt: kit.clock.timestamp(),
    };
    state.stateVersions.put(version.id, version);
    state.workspaces.update(workspace.id, one => ({
      ...one,
      currentStateVersionId: version.id,
    }));
    response
      .status(201)
      .json({ data: presentStateVersion(version, baseUrlOf(request)) });
  });
  return router;
}
