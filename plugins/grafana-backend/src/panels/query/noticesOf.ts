import type { DataFrame } from '@grafana/data';
import type { PanelNotice } from '@portico/plugin-grafana-common';

const MOST = 10;

/** What data sources say about their answers, each once. */
export function noticesOf(frames: readonly DataFrame[]): PanelNotice[] {
  const notices = new Map<string, PanelNotice>();
  for (const { meta } of frames) {
    for (const { severity, text } of meta?.notices ?? []) {
      notices.set(`${severity} ${text}`, { severity, text });
    }
  }
  return [...notices.values()].slice(0, MOST);
}
