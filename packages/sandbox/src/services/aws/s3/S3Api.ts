import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { html, Html } from '../../../kit';
import type { AwsApi, AwsRequest } from '../AwsApi';
import { AwsError } from '../AwsError';
import { xml, type XmlValue } from '../xml';
import type { Bucket } from './Bucket';
import { listObjects } from './listObjects';
import { randomId } from './randomId';
import { sendObject } from './sendObject';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** What S3 calls the refusals that the others share. */
const CODES: Record<string, [code: string, message: string]> = {
  MissingAuthenticationToken: ['AccessDenied', 'Access Denied'],
  AccessDeniedException: ['AccessDenied', 'Access Denied'],
  InvalidClientTokenId: [
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  UnrecognizedClientException: [
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  ThrottlingException: ['SlowDown', 'Please reduce your request rate.'],
  InternalFailure: [
    'InternalError',
    'We encountered an internal error. Please try again.',
  ],
};

/** S3 with buckets in the path: lists and reads, `https://docs.aws.amazon.com/AmazonS3/latest/API/`. */
export class S3Api implements AwsApi {
  readonly scope = 's3';
  readonly #buckets: readonly Bucket[];

  constructor(buckets: readonly Bucket[]) {
    this.#buckets = buckets;
  }

  async handle({ request, body, identity }: AwsRequest, response: Response) {
    checkContent(request, body);
    const url = new URL(request.originalUrl, 'http://localhost');
    const [, name = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const key = rest.join('/');
    const action = actionOf(request.method, name, key);
    if (!['s3:ListBucket', 's3:GetObject'].includes(action)) {
      throw new AwsError(
        'AccessDenied',
        `User: ${identity.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
        403,
      );
    }
    const bucket = this.#buckets.find(one => one.name === name);
    if (!bucket) {
      throw new AwsError(
        'NoSuchBucket',
        'The specified bucket does not exist',
        404,
        { BucketName: name },
      );
    }
    if (key === '') {
      if (request.method === 'HEAD') {
        response.set('x-amz-bucket-region', 'us-east-1').end();
        return;
      }
      const elements = await listObjects(bucket, url.searchParams);
      answer(response, 'ListBucketResult', elements);
      return;
    }
    sendObject(bucket, key, request, response);
  }

  sendError({ code, message, status, details }: AwsError, response: Response) {
    const [ownCode, ownMessage] = CODES[code] ?? [code, message];
    const requestId = randomId();
    response
      .status(code === 'ThrottlingException' ? 503 : status)
      .type('application/xml')
      .set('x-amz-request-id', requestId)
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${xml({
          Code: ownCode,
          Message: ownMessage,
          ...(details as Record<string, string> | undefined),
          RequestId: requestId,
          HostId: 'sandbox',
        })}</Error>`,
      );
  }
}

/** What is asked for, as policies name it. Only reading is allowed. */
function actionOf(method: string, bucket: string, key: string): string {
  const what = key === '' ? 'Bucket' : 'Object';
  if (method === 'GET' || method === 'HEAD') {
    if (bucket === '') return 's3:ListAllMyBuckets';
    return key === '' ? 's3:ListBucket' : 's3:GetObject';
  }
  return `s3:${method === 'DELETE' ? 'Delete' : 'Put'}${what}`;
}

/** The body has to be what was signed. */
function checkContent(request: Request, body: Buffer): void {
  const signed = request.get('x-amz-content-sha256');
  if (!signed || !/^[0-9a-f]{64}$/.test(signed)) return;
  if (createHash('sha256').update(body).digest('hex') === signed) return;
  throw new AwsError(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  );
}

function answer(
  response: Response,
  root: string,
  elements: [name: string, value: XmlValue][],
): void {
  const children = elements.map(([name, value]) => {
    const tag = new Html(name);
    return html`<${tag}>${xml(value)}</${tag}>`;
  });
  response
    .type('application/xml')
    .set('x-amz-request-id', randomId())
    .send(
      `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">${html`${children}`}</${root}>`,
    );
}
