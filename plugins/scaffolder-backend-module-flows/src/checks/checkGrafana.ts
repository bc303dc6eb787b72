import { NotAllowedError } from '@backstage/errors';
import type { GrafanaInstances } from '@portico/plugin-grafana-node';

/** What it takes to make a dashboard. */
const RIGHTS = ['dashboards:create', 'dashboards:write', 'folders:create'];

/**
 * Whether the Grafana that dashboards are made in answers, accepts its token and lets it make them. Services do well
 * without: where none is configured, the steps that make dashboards are skipped.
 *
 * @throws GrafanaProblem; NotAllowedError that names the rights
 */
export async function checkGrafana(
  instances: GrafanaInstances,
  signal?: AbortSignal,
): Promise<string[]> {
  if (instances.list().length === 0) {
    return ['No Grafana is configured: no dashboard will be made'];
  }
  const client = instances.client();
  const { name } = client.instance;
  const granted = await client.permissions({ signal });
  const missing = RIGHTS.filter(right => !(right in granted));
  if (missing.length > 0) {
    throw new NotAllowedError(
      `The token of Grafana '${name}' may not make dashboards: ${missing.join(
        ', ',
      )} missing. Give its service account the role Editor, or correct grafana.instances.`,
    );
  }
  return [`Grafana '${name}' answers`];
}
