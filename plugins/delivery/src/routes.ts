import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all figures, `/delivery`. */
export const rootRouteRef = createRouteRef();
