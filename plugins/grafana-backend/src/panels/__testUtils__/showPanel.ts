import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { PanelData } from '@portico/plugin-grafana-common';
import type { ResolvedPanel } from '../../view/ResolvedPanel';
import { readPanelLimits } from '../PanelLimits';
import { PanelService } from '../PanelService';
import { createPanel } from './createPanel';
import type { FakeGrafana } from './startFakeGrafana';

/** A service with these limits, and the usual ones beside them. */
export function serviceWith(limits: JsonObject = {}): PanelService {
  return new PanelService({
    limits: readPanelLimits(new ConfigReader({ grafana: { limits } })),
    now: () => new Date('2026-11-20T12:00:00Z'),
  });
}

/** What the browser gets of a panel whose query A answers these frames. */
export async function showPanel(
  grafana: FakeGrafana,
  frames: JsonObject[],
  facts: Partial<ResolvedPanel> = {},
  limits: JsonObject = {},
): Promise<PanelData> {
  grafana.answersFrames({ A: frames });
  return serviceWith(limits).data(createPanel(grafana.client, facts), {
    points: 300,
    signal: new AbortController().signal,
  });
}

/** Values of each field by the name that is shown, of each frame. */
export function columns({ frames }: PanelData) {
  return frames.map(({ fields }) =>
    Object.fromEntries(
      fields.map(({ displayName, values }) => [displayName, values]),
    ),
  );
}
