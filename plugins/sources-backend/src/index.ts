export { checkSource, stateOf } from './checkSource';
export { createSources } from './createSources';
export { sourcesPlugin as default } from './plugin';
export type { Finding, Source, Vendor } from './Source';
