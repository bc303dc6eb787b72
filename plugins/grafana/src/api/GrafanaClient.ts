import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  DashboardList,
  DashboardView,
  GrafanaAlertList,
  GrafanaSilence,
  PanelData,
  SilenceRequest,
  VariableOption,
} from '@portico/plugin-grafana-common';
import type {
  DashboardAddress,
  DashboardQuery,
  GrafanaApi,
  OptionQuery,
  PictureQuery,
} from './grafanaApiRef';
import { readDataUrl } from './readDataUrl';
import { RequestQueue } from './RequestQueue';

const PANELS_AT_ONCE = 6;

/** Asks the Grafana backend over HTTP. */
export class GrafanaClient implements GrafanaApi {
  private readonly panels = new RequestQueue(PANELS_AT_ONCE);

  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  dashboards(entityRef: string) {
    return this.json<DashboardList>(`/dashboards/${pathOf(entityRef)}`);
  }

  dashboard(
    address: DashboardAddress,
    query: DashboardQuery,
    signal?: AbortSignal,
  ) {
    return this.json<DashboardView>(
      `/dashboards/${addressPath(address)}?${searchOf(query)}`,
      { signal },
    );
  }

  async options(
    address: DashboardAddress,
    variable: string,
    { key, search }: OptionQuery,
    query: DashboardQuery,
    signal?: AbortSignal,
  ) {
    const path = `${addressPath(address)}/variables/${encodeURIComponent(
      variable,
    )}/values`;
    const { items } = await this.json<{ items: VariableOption[] }>(
      `/dashboards/${path}?${searchOf(query, { key, search })}`,
      { signal },
    );
    return items;
  }

  panel(
    address: DashboardAddress,
    key: string,
    { points, ...query }: DashboardQuery & { points: number },
    signal: AbortSignal,
  ) {
    const path = `/panels/${addressPath(address)}/${encodeURIComponent(key)}`;
    return this.panels.run(signal, () =>
      this.json<PanelData>(`${path}?${searchOf(query, { points })}`, {
        signal,
      }),
    );
  }

  picture(
    address: DashboardAddress,
    key: string,
    { width, height, theme, ...query }: DashboardQuery & PictureQuery,
    signal: AbortSignal,
  ) {
    const path = `/panels/${addressPath(address)}/${encodeURIComponent(key)}`;
    const search = searchOf(query, { width, height, theme });
    return this.panels.run(signal, async () => {
      const response = await this.request(`${path}/picture?${search}`, {
        signal,
      });
      return readDataUrl(await response.blob());
    });
  }

  alerts(entityRef: string) {
    return this.json<GrafanaAlertList>(`/alerts/${pathOf(entityRef)}`);
  }

  silence(entityRef: string, request: SilenceRequest) {
    return this.json<GrafanaSilence>(`/silences/${pathOf(entityRef)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  async endSilence(entityRef: string, instance: string, id: string) {
    const one = [instance, id].map(encodeURIComponent).join('/');
    await this.request(`/silences/${pathOf(entityRef)}/${one}`, {
      method: 'DELETE',
    });
  }

  private async json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await this.request(path, init)).json();
  }

  private async request(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl('grafana');
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

/** `component/default/orders`, as the paths of the API have it. */
function pathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}

function addressPath({ entityRef, instance, uid }: DashboardAddress): string {
  const dashboard = [instance, uid].map(encodeURIComponent).join('/');
  return `${pathOf(entityRef)}/${dashboard}`;
}

function searchOf(
  { from, to, values }: DashboardQuery,
  more: Record<string, string | number | undefined> = {},
): URLSearchParams {
  const search = new URLSearchParams();
  Object.entries({ from, to, ...more }).forEach(([name, value]) => {
    if (value !== undefined) search.set(name, String(value));
  });
  Object.entries(values).forEach(([name, chosen]) =>
    chosen.forEach(value => search.append(`var-${name}`, value)),
  );
  return search;
}
