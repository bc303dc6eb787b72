import type { Incident } from '../../incidents';
import type { Fault, LoggedRequest } from '../../kit';

/** What the index page shows of one service. */
export interface ServiceOverview {
  name: string;
  title: string;
  description: string;
  url: string;
  credential?: string;
  /** Path of a page for people, if it has one. */
  page?: string;
  listening: boolean;
  /** Requests that the log holds of it. */
  requests: number;
}

export interface Overview {
  services: ServiceOverview[];
  faults: Fault[];
  /** Under way. */
  incidents: Incident[];
  /** What an incident can befall, by name. */
  components: string[];
  /** Newest first. */
  requests: LoggedRequest[];
  /** The service that the list of requests is narrowed to. */
  service?: string;
}
