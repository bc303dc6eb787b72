variable "service" {
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_ssm_parameter" "password" {
  name  = "/${var.service}/password"
  type  = "SecureString"
  value = var.password
}

output "password" {
  value     = var.password
  sensitive = true
}
