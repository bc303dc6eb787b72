/** What is to be done: decides which rules can touch it and how the page shows it. */
export type ChangeKind =
  | 'terraform-plan'
  | 'deployment'
  | 'removal'
  | 'access'
  | 'other';

/** What happens to one resource. `replace`: destroyed and made anew. `read`: only looked at. */
export type ResourceAction =
  | 'add'
  | 'change'
  | 'replace'
  | 'destroy'
  | 'read'
  | 'none';

/** How one attribute of a resource changes. */
export interface AttributeChange {
  /** Path within the resource, e.g. `instance_class`, `tags.portico-task`, `ingress[0].cidr_blocks`. */
  path: string;
  action: 'add' | 'change' | 'remove';
  /** Value before, as JSON text (`"db.t4g.medium"`, `50`); absent where there is none or it is sensitive. */
  before?: string;
  /** Value after, as JSON text; absent where there is none, it is sensitive, or known only after apply. */
  after?: string;
  /** True: it changes, and neither value is ever sent anywhere. Show "sensitive, changes". */
  sensitive: boolean;
  /** True: known only after apply. */
  unknownAfter: boolean;
  /** True: this attribute is why the resource is replaced. */
  forcesReplacement: boolean;
  /** What it means, e.g. "restarts the database", "GiB; cannot be made smaller later". */
  note?: string;
  /** How the note weighs. */
  noteSeverity?: EffectSeverity;
}

/** One resource of the change. */
export interface ResourceChange {
  /** e.g. `aws_db_instance.orders`, `module.db.aws_db_instance.this[0]`. */
  address: string;
  /** e.g. `aws_db_instance`. */
  type: string;
  name: string;
  action: ResourceAction;
  attributes: AttributeChange[];
  /** How many attributes stay as they are. */
  unchangedAttributes: number;
  /** Decimal strings in the currency of `Change.cost`, per month. */
  monthlyCost?: { before: string; after: string };
}

/** How many resources meet with what. */
export interface ChangeSummary {
  add: number;
  change: number;
  replace: number;
  destroy: number;
}

/** What the change costs, at list price where it is an estimate. */
export interface ChangeCost {
  /** Decimal string, per month, e.g. `187.20`. */
  monthlyBefore: string;
  monthlyAfter: string;
  /** ISO 4217. */
  currency: string;
  /** Who says so, e.g. "Estimated by HCP Terraform at list price, 730 hours". */
  source: string;
  /** True: reckoned by the price list of the portal, since nobody else has estimated the plan. */
  fromPriceList?: boolean;
  /** What the whole entity costs a month (by forecast) now and afterwards, and its budget, as far as they are known. */
  entityMonthlyBefore?: string;
  entityMonthlyAfter?: string;
  entityMonthlyBudget?: string;
  /** Last day of the bills that the forecast is made from, `YYYY-MM-DD`. */
  entityKnownThrough?: string;
}

/** `bad`: loses data or cannot be undone; `warn`: users notice; `info`: good to know. */
export type EffectSeverity = 'info' | 'warn' | 'bad';

/** What the change does to users or data, e.g. "restarts the database". */
export interface ChangeEffect {
  severity: EffectSeverity;
  /** Address of the resource that it comes from. */
  resource?: string;
  text: string;
}

/** Where it happens. */
export interface ChangePlace {
  /** e.g. `production`. */
  environment: string;
  /** Terraform workspace, and its page. */
  workspace?: string;
  workspaceUrl?: string;
  /** Cloud account, e.g. `mini-org-production`. */
  account?: string;
  region?: string;
}

/** The plan that is applied if it is approved: that one and nothing else. */
export interface ChangePlan {
  /** e.g. the run's id, `run-q8fJ2vXs`. */
  id: string;
  url?: string;
  logUrl?: string;
  /** ISO 8601. */
  plannedAt: string;
  /** Serial of the state that it was made from. */
  stateSerial?: number;
  /** False: the state has moved since; it is being planned again and cannot be decided. */
  fresh: boolean;
  /** When `fresh` was last checked, ISO 8601. */
  checkedAt?: string;
}

/** What a policy check said about the change. */
export interface PolicyResult {
  name: string;
  passed: boolean;
  message?: string;
}

/** Everything that somebody has to know to decide. Holds no secret. */
export interface Change {
  kind: ChangeKind;
  /** What exactly is approved: a decision holds for this fingerprint alone. */
  fingerprint: string;
  summary: ChangeSummary;
  /** Most destructive first. */
  resources: ResourceChange[];
  /** How many more resources there are than `resources` has room for. */
  resourcesOmitted?: number;
  /** Absent: nobody knows what it costs. */
  cost?: ChangeCost;
  /** Worst first. */
  effects: ChangeEffect[];
  where: ChangePlace;
  plan?: ChangePlan;
  policies?: { checkedBy: string; checkedAt: string; results: PolicyResult[] };
  /** For deployments: what is brought in, newest first, and the page that compares. */
  commits?: { sha: string; title: string; author?: string; url?: string }[];
  diffUrl?: string;
}
