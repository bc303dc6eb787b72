import type { PanelKind } from '../PanelKind';

const MOST = 300;
const BLOCK = /<\/?(p|h[1-6]|li|ul|ol|div|t[dhr]|pre|blockquote|br|hr)\b/gi;

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/text/ */
export const kind: PanelKind = {
  types: ['text'],
  load: () => import('./TextPanel'),
  summarize: ({ html = '' }) => {
    const document = new DOMParser().parseFromString(
      // Blocks are words apart.
      html.replace(BLOCK, ' $&'),
      'text/html',
    );
    const words = document.body.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
  },
};
