import type { ServiceCategory } from '@portico/plugin-cost-common';

/** By words in the names that Azure gives to services; the first that matches. */
const CATEGORIES: [RegExp, ServiceCategory][] = [
  [
    /\bsql\b|cosmos|postgresql|mysql|mariadb|redis|database|cache for/i,
    'Databases',
  ],
  [
    /openai|cognitive|machine learning|foundry|ai search|cognitive search|bot service|form recognizer/i,
    'AI and Machine Learning',
  ],
  [
    /synapse|databricks|data factory|hdinsight|stream analytics|data explorer|data lake analytics|power bi|fabric|purview/i,
    'Analytics',
  ],
  [
    /event hubs|event grid|service bus|logic apps|api management|notification hubs/i,
    'Integration',
  ],
  [
    /bandwidth|virtual network|load balancer|application gateway|\bcdn\b|front door|expressroute|vpn|traffic manager|\bdns\b|nat gateway|content delivery/i,
    'Networking',
  ],
  [
    /key vault|defender|sentinel|firewall|ddos|security center|dedicated hsm/i,
    'Security',
  ],
  [/entra|active directory/i, 'Identity'],
  [
    /monitor|log analytics|application insights|automation|advisor|insight and analytics|grafana|policy/i,
    'Management and Governance',
  ],
  [/storage|backup|site recovery|netapp|data box/i, 'Storage'],
  [
    /virtual machines|app service|functions|container|kubernetes|cloud services|batch|service fabric|spring/i,
    'Compute',
  ],
  [/devops|dev box|github|app configuration|visual studio/i, 'Developer Tools'],
  [/\biot\b|digital twins|sphere/i, 'Internet of Things'],
  [/media services|video indexer/i, 'Media'],
  [/migrate/i, 'Migration'],
  [/static web apps|signalr|web pubsub|\bmaps\b/i, 'Web'],
];

/** What a service of Azure is for, in FOCUS' words; `Other` where its name says nothing. */
export function serviceCategoryOf(serviceName: string): ServiceCategory {
  return CATEGORIES.find(([words]) => words.test(serviceName))?.[1] ?? 'Other';
}
