import { ConflictError, InputError } from '@backstage/errors';
import type {
  HealthSignal,
  HealthVerdict,
  ResponseRequest,
  ResponseResult,
} from '@portico/plugin-health-common';
import type {
  HealthResponder,
  HealthSubject,
  UncheckedOffer,
} from '@portico/plugin-health-node';
import type { AlertmanagerClient } from './client/AlertmanagerClient';
import type { Alert, GettableSilence } from './client/types';
import type { AlertmanagerSettings } from './config/AlertmanagerSettings';
import { readReference, type AlertReference } from './signals/AlertReference';

const PREFIX = 'alertmanager:silence:';

interface Call {
  request: ResponseRequest;
  actor: { userRef: string; name: string };
  signal: AbortSignal;
}

/** Mutes what fires, for a time and with a reason; leads to the runbook that an alert names. */
export class SilenceResponder implements HealthResponder {
  readonly id = 'alertmanager';
  readonly #clients: readonly AlertmanagerClient[];
  readonly #limits: AlertmanagerSettings['silence'];

  constructor(
    clients: readonly AlertmanagerClient[],
    { silence }: AlertmanagerSettings,
  ) {
    this.#clients = clients;
    this.#limits = silence;
  }

  offers(
    { entity }: HealthSubject,
    { signals }: HealthVerdict,
  ): UncheckedOffer[] {
    // Those of the entity itself are offered already.
    const links = new Set(entity.metadata.links?.map(({ url }) => url));
    return signals.flatMap(signal => {
      const reference = referenceOf(signal);
      if (!reference) return [];
      const { alertname, runbookUrl } = reference;
      const { environment = 'production' } = signal;
      const where = environment === 'production' ? '' : ` (${environment})`;
      const silence: UncheckedOffer = {
        id: `${PREFIX}${signal.id}`,
        kind: 'silence',
        title: `Silence ${alertname}${where}`,
        text: 'Alertmanager notifies nobody of it until then; the alert itself goes on.',
        input: ['comment', 'duration'],
      };
      const runbook: UncheckedOffer = {
        id: `alertmanager:runbook:${signal.id}`,
        kind: 'runbook',
        title: `Runbook of ${alertname}${where}`,
        link: runbookUrl,
      };
      return [
        ...(signal.silence ? [] : [silence]),
        ...(runbookUrl && !links.has(runbookUrl) ? [runbook] : []),
      ];
    });
  }

  async respond(
    _subject: HealthSubject,
    offer: UncheckedOffer,
    request: ResponseRequest,
    options: {
      actor: { userRef: string; name: string; email?: string };
      verdict: HealthVerdict;
      signal: AbortSignal;
    },
  ): Promise<ResponseResult> {
    const { actor, verdict, signal } = options;
    const chosen = verdict.signals.find(
      one => `${PREFIX}${one.id}` === offer.id,
    );
    const reference = chosen && referenceOf(chosen);
    if (!reference) throw nothingFires(offer.title.replace(/^Silence /, ''));
    const results: ResponseResult[] = [];
    for (const name of reference.instances) {
      const client = this.#clients.find(it => it.instance.name === name);
      if (!client) throw nothingFires(reference.alertname);
      const call = { request, actor, signal };
      results.push(await this.#silence(client, reference, call));
    }
    return results[0];
  }

  async #silence(
    client: AlertmanagerClient,
    { alertname, labels }: AlertReference,
    { request, actor, signal }: Call,
  ): Promise<ResponseResult> {
    const minutes = this.#minutes(request.durationMinutes);
    const alerts = await client.alerts({ labels, signal });
    if (alerts.length === 0) throw nothingFires(alertname);
    const already = await mutingAll(client, alerts, signal);
    if (already) {
      return {
        message: `${alertname} is silenced already, by ${
          already.createdBy
        } until ${clock(already.endsAt)}`,
        url: client.silenceUrl(already.id),
      };
    }
    const startsAt = new Date();
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const id = await client.createSilence(
      {
        matchers: Object.entries(labels).map(([name, value]) => ({
          name,
          value,
          isRegex: false,
          isEqual: true,
        })),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        createdBy: `${actor.name} (${actor.userRef})`,
        comment: request.comment?.trim() || 'Silenced in Portico',
      },
      { signal },
    );
    return {
      message: `Silenced until ${clock(endsAt.toISOString())}`,
      url: client.silenceUrl(id),
    };
  }

  #minutes(asked?: number): number {
    const { defaultMinutes, maxMinutes } = this.#limits;
    const minutes = asked ?? defaultMinutes;
    if (minutes >= 1 && minutes <= maxMinutes) return minutes;
    throw new InputError(
      `A silence lasts from 1 minute to ${
        maxMinutes / 60
      } hours, not ${minutes} minutes.`,
    );
  }
}

/** What there is to silence; not what is only remembered of a server that is silent itself. */
function referenceOf(signal: HealthSignal): AlertReference | undefined {
  if (signal.provider !== 'alertmanager' || signal.stale) return undefined;
  return readReference(signal.reference);
}

/** The silence that holds longest, where there is nothing left to mute. */
async function mutingAll(
  client: AlertmanagerClient,
  alerts: Alert[],
  signal: AbortSignal,
): Promise<GettableSilence | undefined> {
  if (alerts.some(({ status }) => status.silencedBy.length === 0)) {
    return undefined;
  }
  const ids = alerts.flatMap(({ status }) => status.silencedBy);
  const silences = await client.silences({ signal });
  return silences
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => b.endsAt.localeCompare(a.endsAt))[0];
}

function nothingFires(alertname: string): ConflictError {
  return new ConflictError(
    `${alertname} does not fire any more: there is nothing to silence.`,
  );
}

/** `16:00 UTC`, with the day where it is another one. */
function clock(iso: string): string {
  const time = `${iso.slice(11, 16)} UTC`;
  const isToday = iso.slice(0, 10) === new Date().toISOString().slice(0, 10);
  return isToday ? time : `${iso.slice(0, 10)} ${time}`;
}
