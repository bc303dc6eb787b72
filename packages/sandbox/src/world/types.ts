/** Weight of a component in recovery objectives, attention and approvals (annotation `portico/tier`). */
export type Tier = 'critical' | 'important' | 'standard';

/** One of the five layers of the Application Reference Model: a catalog domain. */
export interface Domain {
  name: string;
  title: string;
  description: string;
  owner: string;
}

/** One application or service of the Application Reference Model: a catalog system. */
export interface System {
  name: string;
  title: string;
  description: string;
  domain: string;
  owner: string;
}

/** A team: an Okta group, a GitHub team and a catalog group of the same name. */
export interface Team {
  /** e.g. `commerce`. */
  name: string;
  title: string;
  description: string;
  /** Chat channel, e.g. `#commerce`. */
  channel: string;
}

/** A person: an Okta user, a GitHub account and a catalog user of the same login. */
export interface Person {
  /** e.g. `lena.fischer`; also the entity name. GitHub's login is the same with `-` for `.`. */
  login: string;
  githubLogin: string;
  firstName: string;
  lastName: string;
  /** `engineer@mini-org.example` and the like for the sign-in accounts. */
  email: string;
  title: string;
  team?: string;
  /** Okta groups that give rights, beside the team: `engineers`, `platform-admins`, `security`, `people-ops`, `finance`. */
  roles: string[];
  /** Login of the manager. */
  manager?: string;
  /** True for the accounts that the sign-in page offers. */
  signIn?: boolean;
}

/** A GitHub account of someone who is not with the organisation yet: whoever is onboarded may bring one. */
export interface Outsider {
  githubLogin: string;
  name: string;
  /** Private address, so that no catalog entry matches it. */
  email: string;
}

/** Something a component offers or uses, described in OpenAPI, AsyncAPI or GraphQL. */
export interface Api {
  name: string;
  title: string;
  description: string;
  type: 'openapi' | 'asyncapi' | 'graphql';
  /** The definition itself. */
  definition: string;
}

/** A component with its own repository. */
export interface Component {
  /** Also the repository's name, the workload's and the metrics' label. */
  name: string;
  title: string;
  description: string;
  type: 'service' | 'website' | 'library' | 'data-pipeline';
  lifecycle: 'production' | 'experimental' | 'deprecated';
  system: string;
  owner: string;
  tier: Tier;
  language: 'nodejs' | 'python' | 'java' | 'go';
  /** Value of `portico/slo`, if it has objectives. */
  slo?: string;
  /** Names of components. */
  dependsOn: string[];
  /** Names of catalog resources. */
  uses: string[];
  providesApis: Api[];
  /** Names of APIs. */
  consumesApis: string[];
  /** Pods wanted in production; 0 for what does not run on Kubernetes. */
  replicas: number;
  /** Kubernetes namespace. */
  namespace: string;
  /** Version in production, without `v`, e.g. `1.42.0`: the image's tag. */
  version: string;
  /** TCP port that the container listens on. */
  port: number;
  /** Value of `portico/metrics-preset`: what the service's metrics are named like. */
  metricsPreset: 'otel' | 'prom-client' | 'micrometer' | 'istio';
  /** Value of `portico/cost-budget`, in USD a month, if it has a budget. */
  monthlyBudgetUsd?: number;
  /** Value of `pagerduty.com/service-id`, if someone is on call for it. */
  pagerdutyServiceId?: string;
  tags: string[];
  /** True for one whose `catalog-info.yaml` links nothing: no metrics, docs, workload or objectives, as before anyone cared. */
  unlinked?: boolean;
}

/** A provider of the Technology Capability Model, or a database, bucket or queue: a catalog resource. */
export interface Resource {
  name: string;
  title: string;
  description: string;
  type: string;
  /** Label `portico/capability-area`, e.g. `edge-security`. */
  capabilityArea?: string;
  owner: string;
  system?: string;
  /** Names of resources. */
  dependsOn: string[];
  /** Label `portico/adoption` of a provider: used today, tried out, or named as the alternative. */
  adoption?: 'in-use' | 'trial' | 'alternative';
  /** The vendor's page, for providers. */
  url?: string;
}

/** One account of the organisation at AWS. */
export interface Account {
  /** Twelve digits. */
  id: string;
  /** e.g. `mini-org-production`. */
  name: string;
  description: string;
  /** Address of its root user. */
  email: string;
  /** What runs there; none in the management account. */
  environment?: 'dev' | 'staging' | 'production';
}

/** The mini-org: one description from which every service derives its state. */
export interface World {
  /** `mini-org`. */
  organization: string;
  domains: Domain[];
  systems: System[];
  teams: Team[];
  people: Person[];
  outsiders: Outsider[];
  accounts: Account[];
  components: Component[];
  resources: Resource[];
}
