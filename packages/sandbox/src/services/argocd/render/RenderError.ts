/** Why no manifests could be made, in Argo CD's words. */
export class RenderError extends Error {
  name = 'RenderError';

  constructor(
    message: string,
    /** gRPC code that Argo CD's repo server names. */
    readonly code: 'Unknown' | 'FailedPrecondition' = 'Unknown',
  ) {
    super(message);
  }

  /** As it stands behind `failed to generate manifest for source …: `. */
  get description(): string {
    return `rpc error: code = ${this.code} desc = ${this.message}`;
  }
}
