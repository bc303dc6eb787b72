import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The inbox, `/approvals`. */
export const rootRouteRef = createRouteRef();

/** The page of one approval, `/approvals/:id`. */
export const approvalRouteRef = createSubRouteRef({
  parent: rootRouteRef,
  path: '/:id',
});

/** The page of a task. */
export const taskRouteRef = createExternalRouteRef({
  params: ['taskId'],
  defaultTarget: 'scaffolder.ongoingTask',
});
