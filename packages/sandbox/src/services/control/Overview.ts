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
  /** Newest first. */
  requests: LoggedRequest[];
  /** The service that the list of requests is narrowed to. */
  service?: string;
}
