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
        : askServer(from, section, signal));
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

/** What is asked of an address, and with which query: the head of a file, or one name of a folder of Azure Storage. */
function questionOf(
  from: string,
): [method: string, url: string, query: string] {
  // Of a file of each month, this month's: its server has to answer, not to have it already.
  const url = from.replaceAll('{month}', new Date().toISOString().slice(0, 7));
  if (!from.endsWith('/')) return ['HEAD', url, ''];
  const { origin, pathname } = new URL(from);
  const list = 'restype=container&comp=list&maxresults=1';
  return ['GET', `${origin}/${pathname.split('/')[1]}`, list];
}

async function askServer(
  from: string,
  section: Config,
  signal: AbortSignal,
): Promise<Finding> {
  const [method, url, list] = questionOf(from);
  const query = section.getOptionalString('query');
  const headers = section.getOptional<Record<string, string>>('headers');
  const hasToken = query !== undefined || headers !== undefined;
  try {
    const search = [list, query].filter(Boolean).join('&');
    const { status, body } = await fetch(search ? `${url}?${search}` : url, {
      method,
      headers: list ? { 'x-ms-version': '2021-08-06', ...headers } : headers,
      redirect: 'manual',
      signal,
    });
    await body?.cancel();
    const isRefused = status === 401 || status === 403;
    const isThere =
      status < 300 || (status === 404 && from.includes('{month}'));
    const whenGood = hasToken ? 'valid' : 'none';
    return {
      reachable: isThere || isRefused,
      answeredAs: isThere ? new URL(url).hostname : undefined,
      token: { state: isRefused ? 'refused' : whenGood },
      message: isThere
        ? undefined
        : `${method} ${url} answered ${status}. Check from, query and headers under ${configKey}.`,
    };
  } catch (error) {
    signal.throwIfAborted();
    const { cause, message } = error as Error;
    return {
      reachable: false,
      token: { state: hasToken ? 'unknown' : 'none' },
      message: `${method} ${url} got no answer: ${
        cause instanceof Error ? cause.message : message
      }. Check the address under ${configKey}, and that the portal's network reaches it.`,
    };
  }
}
