import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `engineering-platform`. */
export const engineeringPlatform: CapabilityArea = {
  name: 'engineering-platform',
  owner: 'platform',
  'in-use': [
    [
      'portico',
      'Portico',
      'The developer portal, on Backstage.',
      'https://backstage.io',
    ],
    [
      'prometheus',
      'Prometheus',
      'Metrics and alert rules of every workload.',
      'https://prometheus.io',
    ],
    [
      'grafana',
      'Grafana',
      'Dashboards over metrics and logs.',
      'https://grafana.com',
    ],
    ['loki', 'Loki', 'Logs of the clusters.', 'https://grafana.com/oss/loki/'],
    [
      'alertmanager',
      'Alertmanager',
      'Groups, silences and routes alerts.',
      'https://prometheus.io/docs/alerting/latest/alertmanager/',
    ],
    [
      'pagerduty',
      'PagerDuty',
      'On-call schedules and incidents.',
      'https://www.pagerduty.com',
    ],
    [
      'opencost',
      'OpenCost',
      'What each workload’s share of the cluster costs.',
      'https://www.opencost.io',
    ],
    [
      'cloudwatch',
      'Amazon CloudWatch',
      'Metrics and logs of AWS services.',
      'https://aws.amazon.com/cloudwatch/',
    ],
    [
      'vault',
      'HashiCorp Vault',
      'Secrets, brought into clusters by the External Secrets operator.',
      'https://www.hashicorp.com/products/vault',
    ],
  ],
  trial: [
    [
      'datadog',
      'Datadog',
      'Monitoring in one place; free tier, on trial beside Prometheus.',
      'https://www.datadoghq.com',
    ],
  ],
  alternative: [
    [
      'new-relic',
      'New Relic',
      'Monitoring with a free tier by volume.',
      'https://newrelic.com',
    ],
    [
      'logdna',
      'LogDNA',
      'Hosted logs, now sold as Mezmo.',
      'https://www.mezmo.com',
    ],
    [
      'appdynamics',
      'AppDynamics',
      'Application performance, strongest for Java.',
      'https://www.appdynamics.com',
    ],
    [
      'dynatrace',
      'Dynatrace',
      'Application performance with automatic discovery.',
      'https://www.dynatrace.com',
    ],
    [
      'opsgenie',
      'Opsgenie',
      'On-call schedules; ends in 2027, PagerDuty is preferred.',
      'https://www.atlassian.com/software/opsgenie',
    ],
    [
      'confluence',
      'Confluence',
      'Pages beside code; TechDocs is preferred.',
      'https://www.atlassian.com/software/confluence',
    ],
    [
      'gitbook',
      'GitBook',
      'Docs from git for readers outside.',
      'https://www.gitbook.com',
    ],
  ],
};
