export { AnswerTooLargeError } from './AnswerTooLargeError';
export { SharedRequests } from './SharedRequests';
export type {
  Download,
  Patience,
  Refusal,
  Upstream,
  UpstreamRequest,
} from './Upstream';
export { UpstreamHttp } from './UpstreamHttp';
