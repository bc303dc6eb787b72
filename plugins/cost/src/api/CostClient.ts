import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  AnomalyView,
  Breakdown,
  BudgetRow,
  CostEstimate,
  CostQuery,
  CostResources,
  CostSourceStanding,
  CostSummary,
  EntityCost,
  EstimateItem,
  OrganisationCost,
  ReconciliationRow,
  SavingView,
  ShownMetric,
  UnattributedCost,
  UnattributedItem,
} from '@portico/plugin-cost-common';
import { Coalescing } from '@portico/ui';
import type {
  CostApi,
  ExportQuery,
  FindingList,
  SplitQuery,
  UnattributedQuery,
  WithinQuery,
} from './costApiRef';

interface Items<T> {
  items: T[];
}

/** Asks the cost backend over HTTP. */
export class CostClient implements CostApi {
  /** Columns, rows and widget of the home page ask for the same. */
  private readonly summed = new Coalescing<Items<CostSummary>>();

  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  async summaries(entityRefs: string[], { month, metric }: CostQuery = {}) {
    const body = { entityRefs, month, metric };
    const { items } = await this.summed.ask(JSON.stringify(body), () =>
      this.post<Items<CostSummary>>('/summaries', body),
    );
    return items;
  }

  entity(entityRef: string, query: SplitQuery = {}) {
    return this.get<EntityCost>(`/entity/${pathOf(entityRef)}`, query);
  }

  resources(entityRef: string, query: SplitQuery & { within?: string } = {}) {
    return this.get<CostResources>(
      `/entity/${pathOf(entityRef)}/resources`,
      query,
    );
  }

  organisation(query: SplitQuery = {}) {
    return this.get<OrganisationCost>('/organisation', query);
  }

  breakdown(query: WithinQuery) {
    return this.get<Breakdown>('/breakdown', query);
  }

  unattributed(query: CostQuery = {}) {
    return this.get<UnattributedCost>('/unattributed', query);
  }

  unattributedItems(query: UnattributedQuery = {}) {
    return this.get<Items<UnattributedItem> & { more: number }>(
      '/unattributed/items',
      query,
    );
  }

  reconciliation(months = 13, metric?: ShownMetric) {
    return this.items<ReconciliationRow>('/reconciliation', { months, metric });
  }

  budgets(query: CostQuery = {}) {
    return this.items<BudgetRow>('/budgets', query);
  }

  anomalies(query: CostQuery = {}) {
    return this.get<FindingList<AnomalyView>>('/anomalies', query);
  }

  async resolveAnomaly(id: string, reason: string) {
    await this.send(`/anomalies/${encodeURIComponent(id)}/resolve`, { reason });
  }

  savings(query: CostQuery = {}) {
    return this.get<FindingList<SavingView>>('/savings', query);
  }

  sources() {
    return this.items<CostSourceStanding>('/sources');
  }

  async collect(sourceId: string) {
    await this.send(`/sources/${encodeURIComponent(sourceId)}/collect`);
  }

  estimate(items: EstimateItem[], entityRef?: string) {
    return this.post<CostEstimate>('/estimate', { items, entityRef });
  }

  async export(query: ExportQuery) {
    return (await this.request(withQuery('/export', query))).blob();
  }

  private async items<T>(path: string, query: object = {}): Promise<T[]> {
    return (await this.get<Items<T>>(path, query)).items;
  }

  private async get<T>(path: string, query: object): Promise<T> {
    return (await this.request(withQuery(path, query))).json();
  }

  private async post<T>(path: string, body: object): Promise<T> {
    return (await this.send(path, body)).json();
  }

  private send(path: string, body: object = {}): Promise<Response> {
    return this.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  private async request(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('cost');
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

/** Lists are repeated, what is undefined is left out. */
function withQuery(path: string, query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  return search.size ? `${path}?${search}` : path;
}

/** `component/default/orders`, as the paths of the API have it. */
function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}
