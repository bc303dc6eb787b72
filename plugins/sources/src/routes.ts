import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all sources, `/sources`. */
export const rootRouteRef = createRouteRef();
