/** What people say instead of the name on the bill. */
const SHORT: Readonly<Record<string, string>> = {
  'Amazon Elastic Compute Cloud - Compute': 'EC2',
  'EC2 - Other': 'EC2 network and volumes',
  'Amazon Elastic Container Service for Kubernetes': 'EKS',
  'Amazon Managed Streaming for Apache Kafka': 'Kafka',
  'Amazon Relational Database Service': 'RDS',
  'Amazon Simple Queue Service': 'SQS',
  'Amazon Simple Storage Service': 'S3',
  AmazonCloudWatch: 'CloudWatch',
};

/** A service as people call it: `RDS` for `Amazon Relational Database Service`. */
export function shortServiceName(service: string): string {
  return SHORT[service] ?? service.replace(/^(?:Amazon|AWS|Azure) (?=\S)/, '');
}
