export type { Patience, Upstream, UpstreamRequest } from './Upstream';
export { UpstreamHttp } from './UpstreamHttp';
