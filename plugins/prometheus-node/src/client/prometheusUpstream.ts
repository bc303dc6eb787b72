import type { Refusal, Upstream } from '@portico/plugin-upstream-node';
import type { PrometheusInstance } from '../config/PrometheusInstance';
import type { ApiBody } from './answer';
import { QueryRefusedError } from './QueryRefusedError';

/** What servers say where a query asks for more than they give. */
const TOO_MUCH = /too many|too long|too large|exceed|maximum|limit/i;

/** How a Prometheus is reached, and what its refusals mean. */
export function prometheusUpstream(instance: PrometheusInstance): Upstream {
  const { name, url, headers } = instance;
  return {
    title: `Prometheus '${name}'`,
    url,
    headers,
    configuredAt: 'health.prometheus.instances',
    reasonIn: body => (body as ApiBody | null)?.error,
    refusalOf,
  };
}

/** A query that is too large, takes too long, or is none; see https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
function refusalOf({ status, text, message }: Refusal): Error | undefined {
  const { errorType, error } = read(text);
  if (status === 413 || status === 414 || errorType === 'timeout') {
    return new QueryRefusedError(message, true);
  }
  if (status === 400 || status === 422) {
    return new QueryRefusedError(message, TOO_MUCH.test(error ?? text));
  }
  return undefined;
}

function read(text: string): ApiBody {
  try {
    return (JSON.parse(text) as ApiBody | null) ?? {};
  } catch {
    return {}; // Not Prometheus itself but something in front of it.
  }
}
