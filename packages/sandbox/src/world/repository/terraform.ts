import type { FileChange } from '../../services/github/git/GitRepositories';
import type { Component, Resource, World } from '../types';
import { databaseBlocks } from './terraform/database';
import { labelOf } from './terraform/labelOf';

/** The variables that every configuration takes, as a new service's does. */
const VARIABLES: Record<string, string> = {
  service: 'Name of the service; begins the name of each resource.',
  team: 'Team that owns the service and pays for it.',
  environment: 'dev, staging or production.',
  region: 'AWS region.',
};

const VERSIONS = `terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = {
      service     = var.service
      team        = var.team
      environment = var.environment
    }
  }
}
`;

/** Blocks by the type of a store; of other types the component's configuration holds nothing. */
const BLOCKS: Record<
  string,
  (store: Resource, component: Component) => string
> = {
  database: databaseBlocks,
  cache: store => `resource "aws_elasticache_cluster" "${labelOf(store)}" {
  cluster_id      = "${store.name}-\${var.environment}"
  engine          = "redis"
  engine_version  = "7.1"
  node_type       = "cache.t4g.small"
  num_cache_nodes = 1
}

output "${labelOf(store)}_cache_address" {
  value = aws_elasticache_cluster.${labelOf(store)}.cache_nodes[0].address
}
`,
  bucket: store => `resource "aws_s3_bucket" "${labelOf(store)}" {
  bucket = "mini-org-${store.name}-\${var.environment}"
}

resource "aws_s3_bucket_versioning" "${labelOf(store)}" {
  bucket = aws_s3_bucket.${labelOf(store)}.id
  versioning_configuration {
    status = "Enabled"
  }
}

output "${labelOf(store)}_bucket" {
  value = aws_s3_bucket.${labelOf(store)}.bucket
}
`,
  queue: store => `resource "aws_sqs_queue" "${labelOf(store)}" {
  name                       = "${store.name}-\${var.environment}"
  visibility_timeout_seconds = 60
  message_retention_seconds  = 259200
  sqs_managed_sse_enabled    = true
}

output "${labelOf(store)}_queue_url" {
  value = aws_sqs_queue.${labelOf(store)}.url
}
`,
};

/**
 * The Terraform configuration of a component's own stores, in `terraform/`; nothing for one that has none.
 * A store that several components use belongs to the first of them.
 */
export function terraformFiles(
  world: World,
  component: Component,
): FileChange[] {
  const blocks = storesOf(world, component).map(store =>
    BLOCKS[store.type](store, component),
  );
  if (blocks.length === 0) return [];
  const variables = Object.entries(VARIABLES).map(
    ([name, description]) =>
      `variable "${name}" {\n  type        = string\n  description = "${description}"\n}\n`,
  );
  return [
    { path: 'terraform/main.tf', content: blocks.join('\n') },
    { path: 'terraform/variables.tf', content: variables.join('\n') },
    { path: 'terraform/versions.tf', content: VERSIONS },
  ];
}

function storesOf(world: World, component: Component): Resource[] {
  const firstUser = (name: string) =>
    world.components.find(candidate => candidate.uses.includes(name));
  return world.resources.filter(
    resource =>
      resource.type in BLOCKS &&
      !resource.description.startsWith('MongoDB') &&
      firstUser(resource.name) === component,
  );
}
