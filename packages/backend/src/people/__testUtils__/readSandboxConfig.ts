import { PORTS } from '@portico/sandbox';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export const ROOT = resolve(__dirname, '../../../../..');

/** What flows on people read. */
const SECTIONS = [
  'awsIdentity',
  'email',
  'flows',
  'integrations',
  'okta',
  'onboarding',
  'scaffolder',
];

/** These sections of app-config.sandbox.yaml, pointed at a sandbox on other ports. */
export function readSandboxConfig(urls: Record<string, string>): JsonObject {
  let text = readFileSync(resolve(ROOT, 'app-config.sandbox.yaml'), 'utf8');
  for (const [service, port] of Object.entries(PORTS)) {
    const url = urls[service];
    if (!url) continue;
    const { port: free } = new URL(url);
    text = text
      .replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${free}`)
      .replaceAll(`port: ${port} `, `port: ${free} `);
  }
  const all = parse(text) as JsonObject;
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => SECTIONS.includes(key)),
  );
}
