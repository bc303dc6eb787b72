resource "aws_elasticache_cluster" "${{ values.label }}" {
  count           = var.environment == "${{ values.environment }}" ? 1 : 0
  cluster_id      = "${var.service}-${{ values.name }}-${var.environment}"
  engine          = "redis"
  engine_version  = "7.1"
  node_type       = "cache.t4g.micro"
  num_cache_nodes = 1
}
