import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/** What a plugin learned when it last asked a source. */
export interface SourceReport {
  /** e.g. `prometheus:mini-org`; `prometheus` alone for all instances of a kind. */
  source: string;
  /** Id of the plugin that asked. */
  by: string;
  at: Date;
  ok: boolean;
  /** How many things were asked about, e.g. entities, and how many of them came back. */
  asked: number;
  answered: number;
  latencyMs?: number;
  /** Why not all came back. No secrets: it is shown to people. */
  message?: string;
}

/** Where plugins say what they learned of a source, so that the page *Sources* need not ask again. In memory: of this replica. */
export interface SourceReports {
  report(report: SourceReport): void;
  /** The newest report by each plugin of each source. */
  list(): SourceReport[];
}

class NewestReports implements SourceReports {
  readonly #newest = new Map<string, SourceReport>();

  report(report: SourceReport): void {
    this.#newest.set(`${report.by} ${report.source}`, report);
  }

  list(): SourceReport[] {
    return [...this.#newest.values()];
  }
}

/** One for all plugins of the process. */
export const sourceReportsServiceRef = createServiceRef<SourceReports>({
  id: 'portico.source-reports',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new NewestReports(),
    }),
});
