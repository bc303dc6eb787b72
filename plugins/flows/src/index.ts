export { default } from './plugin';
export { flowsApiRef, type FlowsApi } from './api/flowsApiRef';
