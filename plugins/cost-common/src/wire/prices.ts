import type { Amount } from './common';

/** `GET /prices`: what things cost a month before they are there, from the config. */
export interface PriceList {
  /** ISO 4217. */
  currency: string;
  /** When the prices held, `YYYY-MM-DD`. */
  asOf: string;
  /** Whose prices these are, e.g. `AWS on-demand list prices, us-east-1`. */
  source: string;
  /** Page of the prices. */
  url?: string;
  items: PricedItem[];
  /** Terraform types that cost nothing themselves, e.g. `aws_s3_bucket_versioning`. */
  free: string[];
}

/** Something that can be made. */
export interface PricedItem {
  /** e.g. `database`. */
  id: string;
  title: string;
  /** The first one is taken where none is asked for. */
  sizes: PricedSize[];
  /** How a Terraform plan names it. */
  terraform?: {
    /** e.g. `aws_db_instance`. */
    type: string;
    /** Attribute that says the size, e.g. `instance_class`; absent where there is one size. */
    size?: string;
    /** Multiply the price: by what the attribute says, or by `times` where it is `true`. */
    factors: { attribute: string; times?: Amount }[];
    /** Added to it: so much for each unit of the attribute beyond `included`. */
    extras: { attribute: string; included: Amount; each: Amount }[];
  };
}

/** One size of it, by what it is called: `db.t4g.micro`. */
export interface PricedSize {
  id: string;
  /** What it has, and what use it is reckoned with, e.g. `50 GiB, 0.023 USD each`. */
  detail?: string;
  monthly: Amount;
  /** Where an environment's is another, e.g. one with more replicas. */
  environments: Record<string, Amount>;
}
