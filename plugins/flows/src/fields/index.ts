import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: ServiceName` */
export const serviceNameField = FormFieldBlueprint.make({
  name: 'service-name',
  params: { field: () => import('./ServiceName').then(m => m.serviceName) },
});

/** `ui:field: MyTeamPicker` */
export const myTeamPickerField = FormFieldBlueprint.make({
  name: 'my-team-picker',
  params: { field: () => import('./MyTeamPicker').then(m => m.myTeamPicker) },
});

/** `ui:field: SystemPicker` */
export const systemPickerField = FormFieldBlueprint.make({
  name: 'system-picker',
  params: { field: () => import('./SystemPicker').then(m => m.systemPicker) },
});

/** `ui:field: ResourcesPicker` */
export const resourcesPickerField = FormFieldBlueprint.make({
  name: 'resources-picker',
  params: {
    field: () => import('./ResourcesPicker').then(m => m.resourcesPicker),
  },
});

/** `ui:field: PeoplePicker` */
export const peoplePickerField = FormFieldBlueprint.make({
  name: 'people-picker',
  params: { field: () => import('./PeoplePicker').then(m => m.peoplePicker) },
});

/** `ui:field: MyServicePicker` */
export const myServicePickerField = FormFieldBlueprint.make({
  name: 'my-service-picker',
  params: {
    field: () => import('./MyServicePicker').then(m => m.myServicePicker),
  },
});
