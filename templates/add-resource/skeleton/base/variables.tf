variable "service" {
  type        = string
  description = "Name of the service; begins the name of each resource."
}

variable "team" {
  type        = string
  description = "Team that owns the service and pays for it."
}

variable "environment" {
  type        = string
  description = "dev, staging or production."
}

variable "region" {
  type        = string
  description = "AWS region."
}
