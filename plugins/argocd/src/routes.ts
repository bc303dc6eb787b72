import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The entity's Argo CD tab. */
export const rootRouteRef = createRouteRef();
