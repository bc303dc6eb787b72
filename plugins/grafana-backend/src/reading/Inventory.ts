import type { JsonObject } from '@backstage/types';
import type {
  FrontendSettings,
  GrafanaClient,
} from '@portico/plugin-grafana-node';
import { SharedRequests } from '@portico/plugin-upstream-node';
import type { PanelDatasource } from '../view/ResolvedPanel';
import type { DatasourceRef } from './DashboardModel';

/** What an instance has, as far as panels need to know. */
export interface InstanceInventory {
  datasources: readonly PanelDatasource[];
  /** Uid. */
  defaultDatasource?: string;
  /** Whether it has an image renderer. */
  renders: boolean;
}

const KEPT_SECONDS = 60;
const OWN: readonly PanelDatasource[] = [
  { uid: '__expr__', type: '__expr__', name: 'Expression' },
  { uid: 'grafana', type: 'grafana', name: '-- Grafana --' },
  { uid: '-- Dashboard --', type: 'datasource', name: '-- Dashboard --' },
];

/** Reads the data sources of instances: each instance once a minute, for all who want to know. */
export class Inventory {
  readonly #requests: SharedRequests<InstanceInventory>;

  constructor(options: { now: () => Date }) {
    this.#requests = new SharedRequests({
      keptSeconds: KEPT_SECONDS,
      atOnce: 10,
      mostWaiting: 500,
      ...options,
    });
  }

  /** @throws GrafanaProblem */
  of(client: GrafanaClient, signal: AbortSignal): Promise<InstanceInventory> {
    return this.#requests.ask(client.instance.name, signal, async upstream =>
      toInventory(await client.frontendSettings({ signal: upstream })),
    );
  }
}

/** The data source that is meant; undefined where there is none of that name any more. */
export function findDatasource(
  { datasources, defaultDatasource }: InstanceInventory,
  ref: DatasourceRef,
): PanelDatasource | undefined {
  const { uid, type } = typeof ref === 'string' ? { uid: ref } : ref ?? {};
  const standard = datasources.find(it => it.uid === defaultDatasource);
  if (uid === 'default') return standard;
  if (uid !== undefined) {
    return datasources.find(it => it.uid === uid || it.name === uid);
  }
  if (type === undefined || standard?.type === type) return standard;
  return datasources.find(it => it.type === type);
}

/** As people know it. */
export function nameOfRef(ref: DatasourceRef): string {
  if (typeof ref === 'string') return ref;
  return ref?.uid ?? ref?.type ?? 'the default one';
}

function toInventory({
  datasources = {},
  defaultDatasource,
  rendererAvailable = false,
}: FrontendSettings): InstanceInventory {
  const entries = Object.entries(datasources) as [
    string,
    { uid: string; type: string; isDefault?: boolean; jsonData?: JsonObject },
  ][];
  const standard = entries.find(
    ([name, { isDefault }]) => isDefault || name === defaultDatasource,
  );
  return {
    datasources: [
      ...entries.map(([name, { uid, type, jsonData }]) => ({
        uid,
        type,
        name,
        jsonData,
      })),
      ...OWN.filter(({ name }) => !(name in datasources)),
    ],
    defaultDatasource: standard?.[1].uid,
    renders: rendererAvailable,
  };
}
