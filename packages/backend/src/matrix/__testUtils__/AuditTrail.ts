import {
  coreServices,
  createServiceFactory,
  type AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';

/** An audit event, and how it ended. */
export interface AuditEntry {
  eventId: string;
  meta: AuditorServiceCreateEventOptions['meta'];
  outcome?: 'succeeded' | 'failed';
}

/** Keeps the audit events of all plugins for the test to read. */
export class AuditTrail {
  entries: AuditEntry[] = [];

  readonly factory = createServiceFactory({
    service: coreServices.auditor,
    deps: {},
    factory: () => ({
      createEvent: async ({
        eventId,
        meta,
      }: AuditorServiceCreateEventOptions) => {
        const entry: AuditEntry = { eventId, meta };
        this.entries.push(entry);
        return {
          success: async () => {
            entry.outcome = 'succeeded';
          },
          fail: async () => {
            entry.outcome = 'failed';
          },
        };
      },
    }),
  });
}
