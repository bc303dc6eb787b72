import { S3Client } from '@aws-sdk/client-s3';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { FocusLocation } from '../config/FocusSettings';
import { DiskFiles } from './DiskFiles';
import type { FileSource } from './FileSource';
import { HttpsFiles } from './HttpsFiles';
import { S3Files } from './S3Files';

const TIMEOUT_MS = 60_000;

/** Files behind an address of the config. */
export function openSource(from: FocusLocation): FileSource {
  switch (from.kind) {
    case 'disk':
      return new DiskFiles(from.path);
    case 'https':
      return new HttpsFiles(from.url, from);
    default:
      return new S3Files(s3Client(from), from.bucket, from.prefix);
  }
}

function s3Client(from: Extract<FocusLocation, { kind: 's3' }>): S3Client {
  const { region, endpoint, credentials, role } = from;
  return new S3Client({
    region,
    endpoint,
    // Others than AWS have no host for each bucket.
    forcePathStyle: endpoint !== undefined,
    // What others than AWS answer has no checksums.
    responseChecksumValidation: 'WHEN_REQUIRED',
    credentials: role
      ? fromTemporaryCredentials({
          masterCredentials: credentials,
          params: {
            RoleArn: role.arn,
            RoleSessionName: 'portico-cost',
            ExternalId: role.externalId,
          },
          clientConfig: { region },
        })
      : credentials,
    requestHandler: {
      connectionTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
}
