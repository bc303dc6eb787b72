export { SharedRequests } from './SharedRequests';
export type { Patience, Refusal, Upstream, UpstreamRequest } from './Upstream';
export { UpstreamHttp } from './UpstreamHttp';
