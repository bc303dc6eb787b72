import type { Config } from '@backstage/config';
import { stat } from 'node:fs/promises';
import type { Finding, Vendor } from '../Source';
import { listBucket } from './listBucket';

const configKey = 'cost.focus';
const usedFor = 'Cost: bills that are exported as FOCUS files.';

/** Where exports of bills lie: a bucket, a folder or an address. */
export const focus: Vendor = {
  kind: 'focus',
  title: 'FOCUS export',
  usedFor,
  configKey,
  read: config =>
    (config.getOptionalConfigArray(configKey) ?? []).map(section => {
      const name = section.getString('name');
      const from = section.getString('from');
      return {
        id: `focus:${name}`,
        kind: 'focus',
        title: 'FOCUS export',
        instance: name,
        url: /^https?:/.test(from) ? from.split('?')[0] : undefined,
        usedFor,
        configKey,
        check: signal => checkPlace(from, section, signal),
      };
    }),
};

async function checkPlace(
  from: string,
  section: Config,
  signal: AbortSignal,
): Promise<Finding> {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(from) ?? [];
  const begun = performance.now();
  const finding = bucket
    ? await listBucket({ section, bucket, prefix, configKey }, signal)
    : await (from.startsWith('/')
        ? lookAtDisk(from)
        : askForHead(from, section, signal));
  return { latencyMs: Math.round(performance.now() - begun), ...finding };
}

async function lookAtDisk(from: string): Promise<Finding> {
  try {
    const found = await stat(from);
    return {
      reachable: true,
      answeredAs: found.isDirectory() ? 'folder' : 'file',
      token: { state: 'none' },
    };
  } catch (error) {
    return {
      reachable: false,
      token: { state: 'none' },
      message: `${from} can't be read: ${
        (error as Error).message
      }. Check from under ${configKey}.`,
    };
  }
}

/** Of a file of each month, this month's: its server has to answer, not to have it already. */
async function askForHead(
  from: string,
  section: Config,
  signal: AbortSignal,
): Promise<Finding> {
  const url = from.replaceAll('{month}', new Date().toISOString().slice(0, 7));
  const query = section.getOptionalString('query');
  const headers = section.getOptional<Record<string, string>>('headers');
  const hasToken = query !== undefined || headers !== undefined;
  try {
    const { status } = await fetch(query ? `${url}?${query}` : url, {
      method: 'HEAD',
      headers,
      redirect: 'manual',
      signal,
    });
    const isRefused = status === 401 || status === 403;
    const isThere = status < 300 || (status === 404 && url !== from);
    const whenGood = hasToken ? 'valid' : 'none';
    return {
      reachable: isThere || isRefused,
      answeredAs: isThere ? new URL(url).hostname : undefined,
      token: { state: isRefused ? 'refused' : whenGood },
      message: isThere
        ? undefined
        : `HEAD ${url} answered ${status}. Check from, query and headers under ${configKey}.`,
    };
  } catch (error) {
    signal.throwIfAborted();
    const { cause, message } = error as Error;
    return {
      reachable: false,
      token: { state: hasToken ? 'unknown' : 'none' },
      message: `HEAD ${url} got no answer: ${
        cause instanceof Error ? cause.message : message
      }. Check the address under ${configKey}, and that the portal's network reaches it.`,
    };
  }
}
