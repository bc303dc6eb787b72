import type { PanelKind } from '../PanelKind';
import { wordsOf } from './wordsOf';

const MOST = 300;
const BLOCK = /<\/?(p|h[1-6]|li|ul|ol|div|t[dhr]|pre|blockquote|br|hr)\b/gi;

/** https://grafana.com/docs/grafana/latest/panels-visualizations/visualizations/text/ */
export const kind: PanelKind = {
  types: ['text'],
  load: () => import('./TextPanel'),
  summarize: ({ html = '' }) => {
    // Blocks are words apart.
    const words = wordsOf(html.replace(BLOCK, ' $&'))
      .replace(/\s+/g, ' ')
      .trim();
    return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
  },
};
