/** Raised where a ref is not where the writer thought it was. */
export class RefMovedError extends Error {
  name = 'RefMovedError';
}
