import { GrafanaProblem } from '@portico/plugin-grafana-node';
import type { ResolvedPanel } from '../../view/ResolvedPanel';
import type { PanelLimits } from '../PanelLimits';

/** Twice of what a large screen has. */
const MOST_PIXELS = 4000;
const LEAST_PIXELS = 50;

/** CSS pixels. */
export interface PictureSize {
  width: number;
  height: number;
  theme: 'light' | 'dark';
}

/** Grafana's address parameters of variables, e.g. `var-job=orders`. */
const PARAMETERS = '__all_variables';

/**
 * Has Grafana's image renderer draw a panel.
 * https://grafana.com/docs/grafana/latest/setup-grafana/image-rendering/
 *
 * @throws GrafanaProblem
 */
export async function drawPicture(
  panel: ResolvedPanel,
  options: PictureSize & { signal: AbortSignal; limits: PanelLimits },
): Promise<Buffer> {
  const { signal, limits, theme } = options;
  const params = new URLSearchParams(panel.builtIns[PARAMETERS]?.({}) ?? '');
  const { from, to } = panel.range;
  const orgId = panel.client.instance.orgId ?? 1;
  const facts = {
    orgId,
    panelId: panel.id,
    from: from.getTime(),
    to: to.getTime(),
    width: pixels(options.width),
    height: pixels(options.height),
    theme,
    timeout: limits.timeoutSeconds,
    tz: 'UTC',
  };
  for (const [name, value] of Object.entries(facts)) {
    params.set(name, String(value));
  }
  const uid = encodeURIComponent(panel.dashboardUid);
  const { data } = await panel.client
    .render(`/d-solo/${uid}/_`, params, {
      signal,
      mostBytes: limits.bytes,
      timeoutMs: (limits.timeoutSeconds + 5) * 1000,
    })
    .catch((error: Error) => {
      signal.throwIfAborted();
      throw explained(panel, error);
    });
  return data;
}

function pixels(length: number): number {
  return Math.round(Math.min(Math.max(length, LEAST_PIXELS), MOST_PIXELS));
}

function explained(panel: ResolvedPanel, error: Error): Error {
  if (!(error instanceof GrafanaProblem)) return error;
  return new GrafanaProblem(
    error.name,
    `No picture of '${panel.title}': ${error.message}`,
    error,
  );
}
