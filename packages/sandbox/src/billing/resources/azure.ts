import type { World } from '../../world';
import type { Priced } from '../Charge';
import { tagsOf, type Environment } from './aws';

/** The one subscription that the organisation has, and whom its invoice is addressed to. */
export const SUBSCRIPTION = {
  id: '5a1c0e9d-2f47-4c1b-9a53-6f0d3b7e21c4',
  name: 'mini-org-azure',
  billingAccountId: '7e3d9b52-40a6-4f8e-8d0b-b1c5a9f6e713',
} as const;
const REGION = 'westeurope';

/** Prices of Azure are in euros. */
export type AzurePriced = Priced & {
  resourceGroup: string;
  /** e.g. `Microsoft.Web/serverfarms`. */
  resourceType: string;
  /** Paid for in advance, on the first of each month. */
  reserved?: boolean;
};

interface Row {
  type: string;
  name: string;
  category: string;
  service: string;
  meter: string;
  eur: number;
  elastic: number;
  /** Component that it belongs to; nobody tagged it if absent. */
  of?: string;
  environment?: Environment;
  reserved?: boolean;
}

const ROWS: Row[] = [
  {
    type: 'Microsoft.Web/serverfarms',
    name: 'asp-partner-portal',
    category: 'Compute',
    service: 'Azure App Service',
    meter: 'P1 v3 App',
    eur: 7.1,
    elastic: 0.1,
    of: 'partner-portal',
    environment: 'production',
  },
  {
    type: 'Microsoft.Web/serverfarms',
    name: 'asp-partner-portal-staging',
    category: 'Compute',
    service: 'Azure App Service',
    meter: 'B2 App',
    eur: 1.6,
    elastic: 0,
    of: 'partner-portal',
    environment: 'staging',
  },
  {
    type: 'Microsoft.CognitiveServices/accounts',
    name: 'oai-support-desk',
    category: 'AI and Machine Learning',
    service: 'Azure OpenAI',
    meter: 'gpt-4o Input Tokens',
    eur: 14.3,
    elastic: 0.9,
    of: 'support-desk',
    environment: 'production',
  },
  {
    type: 'Microsoft.DBforPostgreSQL/flexibleServers',
    name: 'psql-reporting',
    category: 'Databases',
    service: 'Azure Database for PostgreSQL',
    meter: 'D2s vCore',
    eur: 5.2,
    elastic: 0,
    of: 'reporting',
    environment: 'production',
    reserved: true,
  },
  {
    type: 'Microsoft.Storage/storageAccounts',
    name: 'stminiorgreporting',
    category: 'Storage',
    service: 'Storage',
    meter: 'Hot LRS Data Stored',
    eur: 3.4,
    elastic: 0.2,
    of: 'reporting',
    environment: 'production',
  },
  {
    type: 'Microsoft.CognitiveServices/accounts',
    name: 'oai-playground',
    category: 'AI and Machine Learning',
    service: 'Azure OpenAI',
    meter: 'gpt-4o Output Tokens',
    eur: 8.8,
    elastic: 0.7,
  },
  {
    type: 'Microsoft.Storage/storageAccounts',
    name: 'stminiorgshared',
    category: 'Storage',
    service: 'Storage',
    meter: 'Hot LRS Data Stored',
    eur: 1.2,
    elastic: 0.1,
  },
];

/** What runs at Azure: a part of it is nobody's. */
export function azureCharges(world: World): AzurePriced[] {
  return ROWS.map(row => {
    const { type, name, of, environment = 'production' } = row;
    const component = world.components.find(one => one.name === of);
    const resourceGroup = `rg-${of ?? 'sandbox'}`;
    return {
      providerName: 'Microsoft',
      accountId: SUBSCRIPTION.id,
      accountName: SUBSCRIPTION.name,
      regionId: REGION,
      serviceCategory: row.category,
      serviceName: row.service,
      resourceId: `/subscriptions/${SUBSCRIPTION.id}/resourceGroups/${resourceGroup}/providers/${type}/${name}`,
      resourceName: name,
      usageType: row.meter,
      chargeCategory: 'Usage',
      description: `${row.service} - ${row.meter}`,
      tags: component ? tagsOf(component, environment) : {},
      usd: row.eur,
      elastic: row.elastic,
      resourceGroup,
      resourceType: type,
      reserved: row.reserved,
    };
  });
}
