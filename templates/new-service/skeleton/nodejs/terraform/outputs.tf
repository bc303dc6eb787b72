output "parameter_path" {
  value = "/${var.service}/${var.environment}"
}
{%- if "database" in values.resources %}

output "database_endpoint" {
  value = aws_db_instance.main.endpoint
}
{%- endif %}
{%- if "cache" in values.resources %}

output "cache_address" {
  value = aws_elasticache_cluster.main.cache_nodes[0].address
}
{%- endif %}
{%- if "bucket" in values.resources %}

output "bucket" {
  value = aws_s3_bucket.main.bucket
}
{%- endif %}
{%- if "queue" in values.resources %}

output "queue_url" {
  value = aws_sqs_queue.main.url
}
{%- endif %}
