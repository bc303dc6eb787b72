resource "aws_sqs_queue" "${{ values.label }}_dead_letter" {
  count                   = var.environment == "${{ values.environment }}" ? 1 : 0
  name                    = "${var.service}-${{ values.name }}-${var.environment}-dead-letter"
  sqs_managed_sse_enabled = true
}

resource "aws_sqs_queue" "${{ values.label }}" {
  count                   = var.environment == "${{ values.environment }}" ? 1 : 0
  name                    = "${var.service}-${{ values.name }}-${var.environment}"
  sqs_managed_sse_enabled = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.${{ values.label }}_dead_letter[0].arn
    maxReceiveCount     = 5
  })
}
