/** A time in which a container ran. */
export interface Life {
  /** Milliseconds since 1970. */
  from: number;
  to?: number;
}

/** A pod that Prometheus scrapes or scraped. */
export interface Target {
  id: string;
  service: string;
  environment: 'production' | 'staging' | 'dev';
  namespace: string;
  pod: string;
  container: string;
  /** Address and port. */
  instance: string;
  node: string;
  /** Its place among the pods that were there when it came; so that incidents strike some of them. */
  rank: number;
  /** Part of the service's requests that it takes. */
  share: number;
  memoryLimitBytes?: number;
  cpuLimitCores?: number;
  /** Oldest first; each restart begins another. */
  lives: Life[];
  /** When the pod was gone. */
  goneAt?: number;
}
