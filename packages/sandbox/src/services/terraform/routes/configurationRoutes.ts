import express from 'express';
import Router from 'express-promise-router';
import { writeFile } from 'node:fs/promises';
import { newId, newToken } from '../ids';
import { ApiError, bodyData, page, type ResourceObject } from '../jsonApi';
import { unpackConfiguration } from '../plan/unpackConfiguration';
import type { ConfigurationVersion } from '../types';
import {
  baseUrlOf,
  workspaceOf,
  type TerraformContext,
} from './TerraformContext';

/** See https://developer.hashicorp.com/terraform/cloud-docs/api-docs/configuration-versions */
export function configurationRoutes(context: TerraformContext) {
  const { state, kit } = context;
  const router = Router();
  router.get('/workspaces/:id/configuration-versions', (request, response) => {
    const { id } = workspaceOf(context, request);
    const versions = state.configurations
      .filter(v => v.workspaceId === id)
      .reverse();
    response.json(
      page(
        request,
        versions.map(version => present(version)),
      ),
    );
  });
  router.post('/workspaces/:id/configuration-versions', (request, response) => {
    const workspace = workspaceOf(context, request);
    const { attributes } = bodyData(request);
    const version: ConfigurationVersion = {
      id: newId('cv'),
      workspaceId: workspace.id,
      status: 'pending',
      autoQueueRuns: attributes['auto-queue-runs'] !== false,
      speculative: attributes.speculative === true,
      uploadToken: newToken(),
      createdAt: kit.clock.timestamp(),
    };
    state.configurations.put(version.id, version);
    response.status(201).json({
      data: present(
        version,
        `${baseUrlOf(request)}/_archivist/v1/object/${version.uploadToken}`,
      ),
    });
  });
  router.get('/configuration-versions/:id', (request, response) => {
    const version = state.configurations.get(request.params.id);
    if (!version) throw ApiError.notFound();
    response.json({ data: present(version) });
  });
  return router;
}

/** The upload itself: the URL is the credential, as with HCP Terraform's archivist. */
export function uploadRoutes(
  { state, kit }: TerraformContext,
  onUploaded: (version: ConfigurationVersion) => void,
) {
  const router = Router();
  router.put(
    '/_archivist/v1/object/:token',
    express.raw({ type: () => true, limit: '100mb' }),
    async (request, response) => {
      const version = state.configurations.find(
        v => v.uploadToken === request.params.token,
      );
      if (!version) throw ApiError.notFound();
      if (version.status !== 'pending')
        throw new ApiError(
          409,
          'conflict',
          'The configuration has been uploaded already',
        );
      const archive = state.archiveOf(version.id);
      await writeFile(
        archive,
        Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      );
      let uploaded: ConfigurationVersion = {
        ...version,
        status: 'uploaded',
        uploadedAt: kit.clock.timestamp(),
      };
      try {
        await unpackConfiguration(archive, async () => undefined);
      } catch (error) {
        uploaded = {
          ...version,
          status: 'errored',
          error: 'unpack_failed',
          errorMessage: `Failed to unpack the configuration: ${
            (error as Error).message
          }`,
        };
      }
      state.configurations.put(version.id, uploaded);
      response.status(200).end();
      if (uploaded.status === 'uploaded' && uploaded.autoQueueRuns)
        onUploaded(uploaded);
    },
  );
  return router;
}

function present(
  version: ConfigurationVersion,
  uploadUrl?: string,
): ResourceObject {
  return {
    id: version.id,
    type: 'configuration-versions',
    attributes: {
      'auto-queue-runs': version.autoQueueRuns,
      error: version.error ?? null,
      'error-message': version.errorMessage ?? null,
      provisional: false,
      source: 'tfe-api',
      speculative: version.speculative,
      status: version.status,
      'status-timestamps': { 'uploaded-at': version.uploadedAt },
      'changed-files': [],
      'upload-url': uploadUrl ?? null,
    },
    relationships: {
      'ingress-attributes': {
        data: null,
        links: {
          related: `/api/v2/configuration-versions/${version.id}/ingress-attributes`,
        },
      },
    },
    links: { self: `/api/v2/configuration-versions/${version.id}` },
  };
}
