import { S3Client } from '@aws-sdk/client-s3';
import { awsCredentials, type AwsAccess } from '@portico/plugin-aws-node';
import type { FocusLocation } from '../config/FocusSettings';
import { AzureBlobs } from './AzureBlobs';
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
      return from.url.endsWith('/')
        ? new AzureBlobs(from.url, from)
        : new HttpsFiles(from.url, from);
    default:
      return new S3Files(s3Client(from.access), from.bucket, from.prefix);
  }
}

function s3Client(access: AwsAccess): S3Client {
  const { region, endpoint } = access;
  return new S3Client({
    region,
    endpoint,
    // Others than AWS have no host for each bucket.
    forcePathStyle: endpoint !== undefined,
    // What others than AWS answer has no checksums.
    responseChecksumValidation: 'WHEN_REQUIRED',
    credentials: awsCredentials(access, { sessionName: 'portico-cost' }),
    requestHandler: {
      connectionTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
}
