import type { TokenStanding } from '@portico/plugin-sources-common';
import type { Finding } from '../Source';
import { ask, type Answer, type Question } from './ask';

/** What a good answer tells. */
export interface Told {
  answeredAs?: string;
  token?: TokenStanding;
  message?: string;
}

/**
 * Asks one question and turns whatever happens into words: no answer, a refusal, a failure, or what `read` finds.
 *
 * @param options.configKey where the credential or the address has to be mended
 * @param options.hasToken whether a credential was sent
 */
export async function look(
  question: Question,
  options: {
    configKey: string;
    hasToken: boolean;
    read: (answer: Answer) => Told | Promise<Told>;
  },
): Promise<Finding> {
  const { configKey, hasToken, read } = options;
  const path = new URL(question.url).pathname;
  const unknownToken: TokenStanding = { state: hasToken ? 'unknown' : 'none' };
  let answer: Answer;
  try {
    answer = await ask(question);
  } catch (error) {
    if (question.signal.aborted) throw question.signal.reason;
    return {
      reachable: false,
      token: unknownToken,
      message: `GET ${path} got no answer: ${
        (error as Error).message
      }. Check the address under ${configKey}, and that the portal's network reaches it.`,
    };
  }
  const { status, latencyMs } = answer;
  if (status === 401 || status === 403) {
    return {
      reachable: true,
      latencyMs,
      token: { state: 'refused' },
      message: `GET ${path} answered ${status}${words(
        answer,
      )}. Check the credential under ${configKey}.`,
    };
  }
  if (status >= 300) {
    return {
      reachable: false,
      latencyMs,
      token: unknownToken,
      message: `GET ${path} answered ${status}${words(answer)}.${
        status < 500 ? ` Check the address under ${configKey}.` : ''
      }`,
    };
  }
  return {
    reachable: true,
    latencyMs,
    token: unknownToken,
    ...(await read(answer)),
  };
}

/** The vendor's own message, in whichever field it has one. */
function words({ body }: Answer): string {
  const { message, errorSummary, error } = (body ?? {}) as Record<
    string,
    unknown
  >;
  const text = [message, errorSummary, error].find(
    it => typeof it === 'string' && it,
  );
  return text ? `: ${String(text).slice(0, 300)}` : '';
}
