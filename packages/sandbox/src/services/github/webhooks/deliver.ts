import { createHmac, randomUUID } from 'node:crypto';
import type { Delivery, Webhook } from '../model';

/** How long GitHub waits for an answer. */
const TIMEOUT_MILLISECONDS = 10_000;

/**
 * Posts a payload as GitHub does, signed with the hook's secret.
 * https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 *
 * Never throws: a failure stands in the delivery.
 */
export async function deliver(options: {
  hook: Webhook;
  event: string;
  payload: unknown;
  redelivery: boolean;
  id: number;
  /** Of the first delivery, which a redelivery shares. */
  guid?: string;
  /** Gives up when aborted. */
  signal: AbortSignal;
}): Promise<Delivery> {
  const { hook, event, payload, redelivery, id } = options;
  const guid = options.guid ?? randomUUID();
  const json = JSON.stringify(payload);
  const isForm = hook.config.content_type === 'form';
  const body = isForm
    ? new URLSearchParams({ payload: json }).toString()
    : json;
  const headers: Record<string, string> = {
    accept: '*/*',
    'content-type': isForm
      ? 'application/x-www-form-urlencoded'
      : 'application/json',
    'user-agent': `GitHub-Hookshot/${guid.slice(0, 7)}`,
    'x-github-delivery': guid,
    'x-github-event': event,
    'x-github-hook-id': String(hook.id),
    'x-github-hook-installation-target-type': hook.target.includes('/')
      ? 'repository'
      : 'organization',
  };
  if (hook.config.secret) {
    for (const [name, algorithm] of [
      ['x-hub-signature', 'sha1'],
      ['x-hub-signature-256', 'sha256'],
    ]) {
      const digest = createHmac(algorithm, hook.config.secret)
        .update(body)
        .digest('hex');
      headers[name] = `${algorithm}=${digest}`;
    }
  }
  const startedAt = new Date();
  const { action, repository } = payload as {
    action?: string;
    repository?: { id: number };
  };
  const delivery: Delivery = {
    id,
    guid,
    hook: hook.id,
    event,
    action: action ?? null,
    deliveredAt: startedAt.toISOString(),
    redelivery,
    durationSeconds: 0,
    status: 'OK',
    statusCode: 0,
    repositoryId: repository?.id ?? null,
    requestHeaders: headers,
    payload,
    responseHeaders: {},
    responseBody: '',
  };
  try {
    const response = await fetch(hook.config.url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([
        options.signal,
        AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      ]),
    });
    delivery.statusCode = response.status;
    delivery.status = response.ok
      ? 'OK'
      : `Invalid HTTP Response: ${response.status}`;
    delivery.responseHeaders = Object.fromEntries(response.headers);
    delivery.responseBody = (await response.text()).slice(0, 10_000);
  } catch (error) {
    delivery.status = `failed to connect to host: ${(error as Error).message}`;
  }
  delivery.durationSeconds = (Date.now() - startedAt.getTime()) / 1000;
  return delivery;
}
