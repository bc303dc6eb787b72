resource "aws_db_instance" "${{ values.label }}" {
  count                       = var.environment == "${{ values.environment }}" ? 1 : 0
  identifier                  = "${var.service}-${{ values.name }}-${var.environment}"
  engine                      = "postgres"
  engine_version              = "17"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  storage_encrypted           = true
  db_name                     = "${{ values.label }}"
  username                    = "service"
  manage_master_user_password = true
  backup_retention_period     = 7
  deletion_protection         = var.environment == "production"
  skip_final_snapshot         = var.environment != "production"
}
