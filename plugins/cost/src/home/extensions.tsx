import { element } from '../parts/element';

/** Budgets that are exceeded, as rows of the home page's "Needs you". */
const needsYou = element(
  'needs-you',
  { id: 'page:home', input: 'needsYou' },
  () => import('./NeedsYouRows').then(m => <m.NeedsYouRows />),
);

/** What the services of one's team cost, under "My services". */
const figure = element(
  'home-figure',
  { id: 'page:home', input: 'figures' },
  () => import('./HomeFigure').then(m => <m.HomeFigure />),
);

/** What cost adds to the home page. */
export const homeExtensions = [needsYou, figure];
