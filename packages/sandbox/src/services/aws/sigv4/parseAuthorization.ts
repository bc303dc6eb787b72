import { AwsError } from '../AwsError';

/** The parts of an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface SignatureHeader {
  accessKeyId: string;
  /** `20261121`. */
  date: string;
  region: string;
  /** Service of the credential scope, e.g. `sts`. */
  service: string;
  /** Lower case, in the order in which they were signed. */
  signedHeaders: string[];
  signature: string;
}

/** @throws AwsError as AWS refuses requests without a signature, or with half of one */
export function parseAuthorization(
  header: string | undefined,
): SignatureHeader {
  if (!header) {
    throw new AwsError(
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
      403,
    );
  }
  const match = /^AWS4-HMAC-SHA256\s+(.+)$/.exec(header);
  const parts = new Map(
    (match?.[1] ?? '').split(/\s*,\s*/).map(part => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  const missing = ['Credential', 'SignedHeaders', 'Signature'].filter(
    name => !parts.get(name),
  );
  const scope = (parts.get('Credential') ?? '').split('/');
  if (missing.length > 0 || scope.length < 5 || scope[4] !== 'aws4_request') {
    throw new AwsError(
      'IncompleteSignature',
      `Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters, the credential as key/date/region/service/aws4_request. Missing or malformed: ${
        missing.join(', ') || 'Credential'
      }.`,
    );
  }
  const [accessKeyId, date, region, service] = scope;
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: parts.get('SignedHeaders')!.toLowerCase().split(';'),
    signature: parts.get('Signature')!,
  };
}
