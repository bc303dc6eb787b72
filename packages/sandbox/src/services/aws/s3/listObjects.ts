import { setImmediate } from 'node:timers/promises';
import { AwsError } from '../AwsError';
import type { XmlValue } from '../xml';
import type { Bucket } from './Bucket';

const MOST_KEYS = 1000;

/**
 * `ListObjectsV2`: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 *
 * @returns children of `ListBucketResult`; lists are elements that repeat
 * @throws AwsError 400 `InvalidArgument`
 */
export async function listObjects(
  bucket: Bucket,
  query: URLSearchParams,
): Promise<[name: string, value: XmlValue][]> {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const encode = encoderOf(query.get('encoding-type'));
  const most = readMost(query.get('max-keys'));
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after');
  const after = token === null ? startAfter ?? '' : readToken(token);
  const entries = fold(bucket.keys(prefix), prefix, delimiter).filter(
    ({ name }) => name > after,
  );
  const page = entries.slice(0, most);
  const isTruncated = entries.length > page.length;
  const elements: [string, XmlValue][] = [];
  for (const { name, isPrefix } of page) {
    if (isPrefix) {
      elements.push(['CommonPrefixes', { Prefix: encode(name) }]);
      continue;
    }
    elements.push(['Contents', contentsOf(bucket, name, encode)]);
    // An object may take a while to make; others are answered in between.
    await setImmediate();
  }
  const optional = (name: string, value: string | null | false) =>
    value ? [[name, value] as [string, XmlValue]] : [];
  return [
    ['Name', bucket.name],
    ['Prefix', encode(prefix)],
    ...optional('Delimiter', delimiter && encode(delimiter)),
    ...optional('EncodingType', query.get('encoding-type')),
    ...optional('StartAfter', startAfter && encode(startAfter)),
    ...optional('ContinuationToken', token),
    ...optional(
      'NextContinuationToken',
      isTruncated &&
        Buffer.from(`after/${page.at(-1)?.name ?? after}`).toString('base64'),
    ),
    ['KeyCount', page.length],
    ['MaxKeys', most],
    ['IsTruncated', String(isTruncated)],
    ...elements,
  ];
}

/** Keys, and what those beyond a delimiter have in common; in order. */
function fold(
  keys: string[],
  prefix: string,
  delimiter: string,
): { name: string; isPrefix: boolean }[] {
  const found = new Map<string, { name: string; isPrefix: boolean }>();
  for (const key of keys) {
    const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    const name = at < 0 ? key : key.slice(0, at + delimiter.length);
    found.set(name, { name, isPrefix: at >= 0 });
  }
  return [...found.values()];
}

function contentsOf(
  bucket: Bucket,
  key: string,
  encode: (text: string) => string,
): XmlValue {
  const { lastModified, etag, size } = bucket.find(key)!;
  return {
    Key: encode(key),
    LastModified: lastModified.toISOString(),
    ETag: `"${etag}"`,
    Size: size,
    StorageClass: 'STANDARD',
  };
}

function encoderOf(type: string | null): (text: string) => string {
  if (type === null) return text => text;
  if (type === 'url') {
    return text => encodeURIComponent(text).replaceAll('%2F', '/');
  }
  throw invalid('Invalid Encoding Method specified in Request');
}

function readMost(text: string | null): number {
  const most = Number(text ?? MOST_KEYS);
  if (Number.isInteger(most) && most >= 0) return Math.min(most, MOST_KEYS);
  throw invalid('Provided max-keys not an integer or within integer range');
}

function readToken(token: string): string {
  const [, after] =
    /^after\/(.*)$/.exec(Buffer.from(token, 'base64').toString()) ?? [];
  if (after !== undefined) return after;
  throw invalid('The continuation token provided is incorrect');
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidArgument', message, 400);
}
