import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** What came back, whatever its status. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Parsed where it is JSON; undefined otherwise. */
  body: unknown;
  latencyMs: number;
}

export interface Question {
  url: string;
  headers?: Record<string, string>;
  /** PEM of the authority that signed the server's certificate. */
  ca?: string;
  /** True where the config says not to look at certificates. */
  insecure?: boolean;
  signal: AbortSignal;
}

/** More than this is no answer to a question of ours. */
const MOST_BYTES = 1_000_000;

/** One GET, timed. Rejects where no answer comes; redirects are not followed. */
export function ask(question: Question): Promise<Answer> {
  const { url, headers, ca, insecure, signal } = question;
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const outgoing = send(
      url,
      {
        headers: {
          accept: 'application/json',
          'user-agent': 'Portico',
          ...headers,
        },
        ca,
        rejectUnauthorized: !insecure,
        signal,
      },
      incoming => {
        const parts: Buffer[] = [];
        let size = 0;
        incoming.on('data', (part: Buffer) => {
          size += part.length;
          if (size > MOST_BYTES) outgoing.destroy(new Error('endless answer'));
          else parts.push(part);
        });
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: parse(Buffer.concat(parts).toString()),
            latencyMs: Math.round(performance.now() - begun),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
