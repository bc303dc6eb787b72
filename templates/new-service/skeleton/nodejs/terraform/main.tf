locals {
  name = "${var.service}-${var.environment}"
}

# Where the service writes its parameters; every service has one.
resource "aws_ssm_parameter" "environment" {
  name  = "/${var.service}/${var.environment}/environment"
  type  = "String"
  value = var.environment
}
{%- if "database" in values.resources %}

resource "aws_db_instance" "main" {
  identifier                  = local.name
  engine                      = "postgres"
  engine_version              = "17"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  storage_encrypted           = true
  db_name                     = replace(var.service, "-", "_")
  username                    = "service"
  manage_master_user_password = true
  backup_retention_period     = 7
  deletion_protection         = var.environment == "production"
  skip_final_snapshot         = var.environment != "production"
}
{%- endif %}
{%- if "cache" in values.resources %}

resource "aws_elasticache_cluster" "main" {
  cluster_id      = local.name
  engine          = "redis"
  engine_version  = "7.1"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}
{%- endif %}
{%- if "bucket" in values.resources %}

resource "aws_s3_bucket" "main" {
  bucket_prefix = "${local.name}-"
}

resource "aws_s3_bucket_versioning" "main" {
  bucket = aws_s3_bucket.main.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "main" {
  bucket                  = aws_s3_bucket.main.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
{%- endif %}
{%- if "queue" in values.resources %}

resource "aws_sqs_queue" "dead_letter" {
  name                    = "${local.name}-dead-letter"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "main" {
  name                    = local.name
  sqs_managed_sse_enabled = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letter.arn
    maxReceiveCount     = 5
  })
}
{%- endif %}
