import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of all services, `/health`. */
export const rootRouteRef = createRouteRef();

/** The tab *Health* of an entity's page. */
export const entityRouteRef = createRouteRef();
