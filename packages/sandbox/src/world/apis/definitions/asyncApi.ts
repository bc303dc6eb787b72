import { stringify } from 'yaml';
import type { Api } from '../../types';
import { schemasOf, type Fields } from './schema';

/** Events on one topic, in short. */
export interface AsyncApiSpec
  extends Pick<Api, 'name' | 'title' | 'description'> {
  version: string;
  /** Address of the topic, e.g. `order-events`. */
  topic: string;
  /** What one event says, by the event's name; each also carries {@link envelope}. */
  events: Record<string, { summary: string; payload: Fields }>;
  /** Objects that payloads refer to. */
  schemas?: Record<string, Fields>;
}

/** What every event carries. */
const envelope: Fields = { eventId: 'uuid', occurredAt: 'date-time' };

/** Writes the events of a topic as AsyncAPI 3.0: https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncApi(spec: AsyncApiSpec): Api {
  const { name, title, description, version, topic, events } = spec;
  const names = Object.keys(events);
  const payloads = Object.fromEntries(
    names.map(event => [event, { ...envelope, ...events[event].payload }]),
  );
  const definition = {
    asyncapi: '3.0.0',
    info: { title, description, version },
    defaultContentType: 'application/json',
    servers: {
      production: {
        host: 'event-bus.messaging-services:9092',
        protocol: 'kafka',
        description: 'The event bus, inside the cluster.',
      },
    },
    channels: {
      [name]: {
        address: topic,
        description,
        messages: Object.fromEntries(
          names.map(event => [
            event,
            { $ref: `#/components/messages/${event}` },
          ]),
        ),
      },
    },
    operations: {
      publish: {
        action: 'send',
        channel: { $ref: `#/channels/${name}` },
        summary: `Publishes on ${topic}.`,
      },
    },
    components: {
      messages: Object.fromEntries(
        names.map(event => [
          event,
          {
            name: event,
            summary: events[event].summary,
            payload: { $ref: `#/components/schemas/${event}` },
          },
        ]),
      ),
      schemas: schemasOf({ ...payloads, ...spec.schemas }),
    },
  };
  return {
    name,
    title,
    description,
    type: 'asyncapi',
    definition: stringify(definition, { aliasDuplicateObjects: false }),
  };
}
