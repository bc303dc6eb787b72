import type { Request, Response } from 'express';
import { AwsError } from '../AwsError';
import type { Bucket } from './Bucket';
import { randomId } from './randomId';
import { readRange } from './readRange';

/**
 * `GetObject` and `HeadObject`, with ranges and conditions.
 *
 * @throws AwsError 404 `NoSuchKey`, 412 `PreconditionFailed`, 416 `InvalidRange`
 */
export function sendObject(
  bucket: Bucket,
  key: string,
  request: Request,
  response: Response,
): void {
  const object = bucket.find(key);
  if (!object) {
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404, {
      Key: key,
    });
  }
  const { etag, lastModified, contentType, size, body } = object;
  response.set({
    'accept-ranges': 'bytes',
    'content-type': contentType,
    etag: `"${etag}"`,
    'last-modified': lastModified.toUTCString(),
    'x-amz-request-id': randomId(),
  });
  const wanted = request.get('if-match');
  if (wanted && ![`"${etag}"`, etag, '*'].includes(wanted)) {
    throw new AwsError(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      412,
    );
  }
  const known = request.get('if-none-match');
  if (known && [`"${etag}"`, etag, '*'].includes(known)) {
    response.status(304).end();
    return;
  }
  const range = readRange(request.get('range'), size);
  if (range) {
    const { start, end } = range;
    response
      .status(206)
      .set('content-range', `bytes ${start}-${end - 1}/${size}`);
  }
  const part = range ? body.subarray(range.start, range.end) : body;
  response.set('content-length', String(part.length));
  // By `end`, so that no charset is added to its type.
  response.end(request.method === 'HEAD' ? undefined : part);
}
