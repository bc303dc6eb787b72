resource "aws_s3_bucket" "${{ values.label }}" {
  count         = var.environment == "${{ values.environment }}" ? 1 : 0
  bucket_prefix = "${var.service}-${{ values.name }}-${var.environment}-"
}

resource "aws_s3_bucket_versioning" "${{ values.label }}" {
  count  = var.environment == "${{ values.environment }}" ? 1 : 0
  bucket = aws_s3_bucket.${{ values.label }}[0].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_public_access_block" "${{ values.label }}" {
  count                   = var.environment == "${{ values.environment }}" ? 1 : 0
  bucket                  = aws_s3_bucket.${{ values.label }}[0].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
