import { setTimeout as sleep } from 'node:timers/promises';
import type { HcpClient } from './HcpClient';
import { HcpError } from './HcpError';

const ATTEMPTS = 5;

/**
 * A write that must not be made twice. Its answer may be lost though it took effect, so that it is
 * only tried again once a look has found nothing.
 *
 * @param options.look finds what the write makes
 * @throws what the last try threw
 */
export async function writeOnce<T>(options: {
  client: HcpClient;
  look: () => Promise<T | undefined>;
  write: () => Promise<T>;
}): Promise<T> {
  const { client, look, write } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof HcpError)) throw error;
      const found = await look();
      if (found !== undefined) return found;
      if (!error.isTransient || attempt === ATTEMPTS) throw error;
      await sleep(client.firstDelayMs * 2 ** (attempt - 1), undefined, {
        signal: client.signal,
      });
    }
  }
}
