import { createHash } from 'node:crypto';

/** The integration key of a service, 32 characters: where whoever monitors it sends events. */
export function routingKeyOf(serviceId: string): string {
  return createHash('sha256')
    .update(`sandbox routing key of ${serviceId}`)
    .digest('hex')
    .slice(0, 32);
}
