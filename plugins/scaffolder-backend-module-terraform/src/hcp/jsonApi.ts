/** A resource object of HCP Terraform's API, which follows https://jsonapi.org. Attribute names keep their hyphens. */
export interface Resource<A = Record<string, unknown>> {
  id: string;
  type: string;
  attributes: A;
  relationships?: Record<
    string,
    { data?: { id: string; type: string } | null } | undefined
  >;
}

export interface Document<A> {
  data: Resource<A>;
}

export interface ListDocument<A> {
  data: Resource<A>[];
  meta?: { pagination?: { 'next-page'?: number | null } };
}

export interface WorkspaceAttributes {
  name: string;
  description?: string | null;
  'tag-names'?: string[];
  'source-url'?: string | null;
}

export interface VariableAttributes {
  key: string;
  value: string | null;
  sensitive: boolean;
  category: 'terraform' | 'env';
  hcl: boolean;
}

export interface ConfigurationVersionAttributes {
  status: string;
  'error-message'?: string | null;
  'upload-url'?: string | null;
}

export interface RunAttributes {
  status: string;
  message: string;
  'has-changes': boolean;
  'plan-only': boolean;
  /** ISO 8601 by status with `-at`, e.g. `planning-at`. */
  'status-timestamps'?: Record<string, string>;
  actions: {
    'is-cancelable': boolean;
    'is-confirmable': boolean;
    'is-discardable': boolean;
  };
}

/** A plan or an apply. */
export interface PhaseAttributes {
  status: string;
  'log-read-url'?: string | null;
  'resource-additions'?: number;
  'resource-changes'?: number;
  'resource-destructions'?: number;
}

export interface StateVersionAttributes {
  serial: number;
  /** ISO 8601. */
  'created-at': string;
}

export interface CostEstimateAttributes {
  status: string;
  'prior-monthly-cost'?: string | null;
  'proposed-monthly-cost'?: string | null;
  'error-message'?: string | null;
}

export interface OutputAttributes {
  name: string;
  sensitive: boolean;
  value: unknown;
}
