import type { Config } from '@backstage/config';
import type {
  SourceCheck,
  SourceKind,
  SourceStatus,
} from '@portico/plugin-sources-common';

/** What one look at a source found out. */
export type Finding = Omit<SourceCheck, 'at'>;

/** An outside system that is configured, and how to find out how Portico stands with it. */
export interface Source
  extends Pick<
    SourceStatus,
    'id' | 'title' | 'instance' | 'url' | 'usedFor' | 'configKey'
  > {
  kind: SourceKind;
  /** Looks once, without changing anything. Never throws for what the source does; only where `signal` aborts. */
  check(signal: AbortSignal): Promise<Finding>;
}

/** A vendor: what it is for, and the sources of it that the config names. */
export interface Vendor {
  kind: SourceKind;
  title: string;
  usedFor: string;
  configKey: string;
  /** Empty where the config has none. */
  read(config: Config): Source[];
}
