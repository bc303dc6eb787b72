import { createHash, createHmac } from 'node:crypto';
import type { Request } from 'express';
import type { SignatureHeader } from './parseAuthorization';

const sha256 = (data: string | Buffer) =>
  createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) =>
  createHmac('sha256', key).update(data).digest();

/**
 * The signature that a request must carry (Signature Version 4):
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signatureOf(options: {
  request: Request;
  body: Buffer;
  header: SignatureHeader;
  /** `20261121T140231Z`. */
  timestamp: string;
  secretAccessKey: string;
}): string {
  const { request, body, header, timestamp, secretAccessKey } = options;
  const { date, region, service } = header;
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = [
    'AWS4-HMAC-SHA256',
    timestamp,
    scope,
    sha256(canonicalRequest(request, body, header)),
  ].join('\n');
  const key = [region, service, 'aws4_request'].reduce<Buffer>(
    hmac,
    hmac(`AWS4${secretAccessKey}`, date),
  );
  return hmac(key, toSign).toString('hex');
}

function canonicalRequest(
  request: Request,
  body: Buffer,
  { service, signedHeaders }: SignatureHeader,
): string {
  const url = new URL(request.originalUrl, 'http://localhost');
  // S3 signs the path as it is sent, the others encode it once more.
  const path =
    service === 's3'
      ? url.pathname
      : url.pathname.split('/').map(encode).join('/');
  const query = [...url.searchParams]
    .map(([key, value]) => [encode(key), encode(value)])
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .map(pair => pair.join('='))
    .join('&');
  const headers = signedHeaders.map(
    name =>
      `${name}:${(request.get(name) ?? '').trim().replace(/\s+/g, ' ')}\n`,
  );
  return [
    request.method,
    path,
    query,
    headers.join(''),
    signedHeaders.join(';'),
    service === 's3'
      ? request.get('x-amz-content-sha256') ?? sha256(body)
      : sha256(body),
  ].join('\n');
}

/** RFC 3986, as AWS encodes: everything but letters, digits and `-._~`. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
