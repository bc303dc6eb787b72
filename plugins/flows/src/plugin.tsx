import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { FlowsClient } from './api/FlowsClient';
import { flowsApiRef } from './api/flowsApiRef';
import {
  myServicePickerField,
  myTeamPickerField,
  peoplePickerField,
  resourcesPickerField,
  serviceNameField,
  systemPickerField,
} from './fields';
import { selectedTemplateRouteRef } from './routes';

const flowsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: flowsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new FlowsClient(deps),
    }),
});

/**
 * The page of a task. Its path is more specific than the scaffolder's own `/create/*`, so the router prefers
 * it and every link to a task leads here; it has no route ref and thus no place in the navigation.
 * Where the scaffolder's page is moved, `page:flows/task` has to get the path with it.
 */
const taskPage = PageBlueprint.make({
  name: 'task',
  params: {
    path: '/create/tasks/:taskId',
    noHeader: true,
    loader: () => import('./task').then(m => <m.TaskPage />),
  },
});

/** Page of a running task, and the form fields of Portico's templates. */
export default createFrontendPlugin({
  pluginId: 'flows',
  title: 'Flows',
  externalRoutes: { selectedTemplate: selectedTemplateRouteRef },
  extensions: [
    flowsApi,
    taskPage,
    serviceNameField,
    myServicePickerField,
    myTeamPickerField,
    systemPickerField,
    resourcesPickerField,
    peoplePickerField,
  ],
});
