export {
  AzureBill,
  Bill,
  eventsOf,
  type AzureCharge,
  type BillEvent,
  type Charge,
} from './billing';
export {
  createSandbox,
  type Sandbox,
  type SandboxOptions,
} from './createSandbox';
export { PORTS, type ServiceName } from './kit';
export {
  createPrometheusApp,
  loadedSeries,
  missingPrograms,
  RealPrometheus,
  type PrometheusOptions,
  type QueryLimits,
  type SeriesData,
  type SeriesSource,
} from './services/prometheus';
export { createWorld } from './world';
