import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Config } from '@backstage/config';
import { awsCredentials, readAwsAccess } from '@portico/plugin-aws-node';
import type { Finding } from '../Source';

/** Whether one key of a bucket can be listed; https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export async function listBucket(
  options: {
    section: Config;
    bucket: string;
    prefix: string;
    configKey: string;
  },
  signal: AbortSignal,
): Promise<Finding> {
  const { section, bucket, prefix, configKey } = options;
  const access = readAwsAccess(section);
  const { region, endpoint } = access;
  const client = new S3Client({
    region,
    endpoint,
    forcePathStyle: endpoint !== undefined,
    maxAttempts: 1,
    credentials: awsCredentials(access, { sessionName: 'portico-check' }),
  });
  try {
    const { KeyCount } = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1 }),
      { abortSignal: signal },
    );
    return {
      reachable: true,
      answeredAs: `bucket ${bucket}`,
      token: { state: 'valid' },
      message: KeyCount
        ? undefined
        : `Nothing lies in s3://${bucket}/${prefix}. Check from under ${configKey}, or wait for the first export.`,
    };
  } catch (error) {
    signal.throwIfAborted();
    const { name, message, $metadata } = error as Error & {
      $metadata?: { httpStatusCode?: number };
    };
    const status = $metadata?.httpStatusCode;
    const isRefused =
      status === 401 || status === 403 || name === 'CredentialsProviderError';
    return {
      reachable: isRefused,
      token: { state: isRefused ? 'refused' : 'unknown' },
      message: `S3 ListObjectsV2 of s3://${bucket}/${prefix}: ${name}: ${message}. Check from and the credentials under ${configKey}, or the role of the portal's pod.`,
    };
  } finally {
    client.destroy();
  }
}
