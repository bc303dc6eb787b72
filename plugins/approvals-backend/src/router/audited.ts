import type { AuditorService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/**
 * Runs what changes something and leaves an audit event: who, what, on what, and how it ended.
 *
 * @param options.result what of the answer belongs into the event
 */
export async function audited<T>(
  options: {
    auditor: AuditorService;
    request: Request;
    eventId: string;
    meta: JsonObject;
    result?: (answer: T) => JsonObject;
  },
  work: () => Promise<T>,
): Promise<T> {
  const { auditor, request, eventId, meta, result } = options;
  const event = await auditor.createEvent({
    eventId,
    request,
    severityLevel: 'medium',
    meta,
  });
  try {
    const answer = await work();
    await event.success({ meta: result?.(answer) });
    return answer;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
