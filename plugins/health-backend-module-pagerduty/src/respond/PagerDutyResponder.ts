import { ConflictError, InputError } from '@backstage/errors';
import type {
  HealthVerdict,
  ResponseRequest,
  ResponseResult,
} from '@portico/plugin-health-common';
import type {
  HealthResponder,
  HealthSubject,
  UncheckedOffer,
} from '@portico/plugin-health-node';
import type { PagerDutyClient } from '../client/PagerDutyClient';
import type { Incident } from '../client/types';
import { serviceIdsOf } from '../directory/serviceIds';
import { inTheNameOf, type Actor } from './inTheNameOf';

const ACKNOWLEDGE = 'pagerduty:acknowledge:';
const PAGE = 'pagerduty:page:';
/** The longest title that PagerDuty takes is 1024. */
const LONGEST_TITLE = 255;

interface Options {
  actor: Actor;
  verdict: HealthVerdict;
  signal: AbortSignal;
}

/** Says that an incident is being worked on, and wakes whoever is on call. */
export class PagerDutyResponder implements HealthResponder {
  readonly id = 'pagerduty';
  readonly #client: PagerDutyClient;
  readonly #from?: string;

  constructor(client: PagerDutyClient, options: { from?: string }) {
    this.#client = client;
    this.#from = options.from;
  }

  offers(subject: HealthSubject, verdict: HealthVerdict): UncheckedOffer[] {
    const acknowledgements = verdict.signals.flatMap(
      ({ provider, stale, reference }): UncheckedOffer[] => {
        const { incidentId, number, status } = reference ?? {};
        if (provider !== 'pagerduty' || stale || status !== 'triggered') {
          return [];
        }
        return [
          {
            id: `${ACKNOWLEDGE}${incidentId}`,
            kind: 'acknowledge',
            title: `Acknowledge incident ${number}`,
            text: 'PagerDuty stops calling people, and shows that you are on it.',
          },
        ];
      },
    );
    const ids = serviceIdsOf(subject);
    const first = verdict.onCall?.find(({ level }) => level === 1)?.name;
    const whom = ids.length === 1 && first ? first : 'whoever is on call';
    const pages = ids.map(
      (id): UncheckedOffer => ({
        id: `${PAGE}${id}`,
        kind: 'page',
        title: `Page ${whom}${ids.length > 1 ? ` for ${id}` : ''}`,
        text: 'Opens an incident of high urgency: PagerDuty calls them until somebody takes it on.',
        input: ['comment'],
      }),
    );
    return [...acknowledgements, ...pages];
  }

  async respond(
    subject: HealthSubject,
    { id }: UncheckedOffer,
    request: ResponseRequest,
    options: Options,
  ): Promise<ResponseResult> {
    if (id.startsWith(ACKNOWLEDGE)) {
      return this.#acknowledge(id.slice(ACKNOWLEDGE.length), options);
    }
    const serviceId = id.slice(PAGE.length);
    const isOwn = serviceIdsOf(subject).includes(serviceId);
    if (!id.startsWith(PAGE) || !isOwn) {
      throw new InputError(
        `${subject.entityRef} does not offer '${id}' any more; load its page again.`,
      );
    }
    return this.#page(serviceId, subject, request, options);
  }

  async #acknowledge(
    id: string,
    { actor, signal }: Options,
  ): Promise<ResponseResult> {
    const before = await this.#client.incident(id, { signal });
    const { incident_number: number, status, html_url: url } = before;
    if (status === 'resolved') throw isOver(number);
    if (status === 'acknowledged') {
      const by = before.acknowledgements?.[0]?.acknowledger.summary;
      return {
        message: `Incident ${number} was acknowledged already${
          by ? `, by ${by}` : ''
        }`,
        url,
      };
    }
    await inTheNameOf(actor, this.#from, from =>
      this.#client.acknowledge(id, from, { signal }),
    ).catch(async error => {
      const after = await this.#client.incident(id, { signal });
      throw after.status === 'resolved' ? isOver(number) : error;
    });
    return { message: `Incident ${number} acknowledged`, url };
  }

  async #page(
    serviceId: string,
    subject: HealthSubject,
    { comment = '' }: ResponseRequest,
    { actor, verdict, signal }: Options,
  ): Promise<ResponseResult> {
    const words = comment.trim();
    if (!words) {
      throw new InputError(
        'Say in a few words what is wrong: whoever is called reads it first.',
      );
    }
    const key = `portico:${subject.entityRef}`;
    const call = { signal };
    const open = await this.#client.findOpen(serviceId, key, call);
    if (open) return alreadyPaged(open);
    const what = {
      serviceId,
      key,
      title: titleOf(verdict),
      details: detailsOf(words, actor, verdict),
    };
    try {
      const incident = await inTheNameOf(actor, this.#from, from =>
        this.#client.create(what, from, call),
      );
      const whom = verdict.onCall?.find(({ level }) => level === 1)?.name;
      return {
        message: `Incident ${incident.incident_number} opened${
          whom ? `; PagerDuty calls ${whom}` : ''
        }`,
        url: incident.html_url,
      };
    } catch (error) {
      // Somebody else was faster, or the answer to a first try was lost.
      signal.throwIfAborted();
      const made = await this.#client.findOpen(serviceId, key, call);
      if (made) return alreadyPaged(made);
      throw error;
    }
  }
}

function alreadyPaged({ incident_number, html_url }: Incident): ResponseResult {
  return {
    message: `They were paged already: incident ${incident_number} is open`,
    url: html_url,
  };
}

function isOver(number: number): ConflictError {
  return new ConflictError(
    `Incident ${number} has been resolved: there is nothing to acknowledge.`,
  );
}

function titleOf({ title, headline, state }: HealthVerdict): string {
  const text = `${title}: ${headline || `is ${state}`}`;
  return text.length > LONGEST_TITLE
    ? `${text.slice(0, LONGEST_TITLE - 2)} …`
    : text;
}

function detailsOf(words: string, actor: Actor, verdict: HealthVerdict) {
  const { entityRef, state, since, headline } = verdict;
  return [
    words,
    '',
    `${actor.name} (${actor.userRef}) asked for you in Portico.`,
    `${entityRef} is ${state} since ${since}. ${headline}`.trim(),
  ].join('\n');
}
