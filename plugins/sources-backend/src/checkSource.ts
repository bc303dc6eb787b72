import type { SourceCheck } from '@portico/plugin-sources-common';
import type { Source } from './Source';

const TIMEOUT_SECONDS = 10;

/** One look at a source, which takes ten seconds at most. Never throws. */
export async function checkSource(source: Source): Promise<SourceCheck> {
  const at = new Date().toISOString();
  const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
  try {
    return { at, ...(await source.check(timeout)) };
  } catch (error) {
    const why = timeout.aborted
      ? `no answer within ${TIMEOUT_SECONDS} s`
      : (error as Error).message;
    return {
      at,
      reachable: false,
      token: { state: 'unknown' },
      message: `${source.title}: ${why}. Check ${source.configKey}.`,
    };
  }
}

/** What a check makes of a source. */
export function stateOf({
  reachable,
  token,
}: SourceCheck): 'reachable' | 'unreachable' | 'refused' {
  if (token.state === 'refused') return 'refused';
  return reachable ? 'reachable' : 'unreachable';
}
