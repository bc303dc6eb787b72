/** An error of an OAuth endpoint (RFC 6749, 5.2), answered as `{error, error_description}`. */
export class OAuthError extends Error {
  name = 'OAuthError';
  readonly status: number;
  readonly error: string;

  constructor(error: string, description: string, status = 400) {
    super(description);
    this.error = error;
    this.status = status;
  }

  static invalidGrant(description: string) {
    return new OAuthError('invalid_grant', description);
  }

  /** 401 with a `WWW-Authenticate: Bearer` header, for the userinfo endpoint. */
  static invalidToken() {
    return new OAuthError(
      'invalid_token',
      'The access token is invalid or has expired.',
      401,
    );
  }

  toJSON() {
    return { error: this.error, error_description: this.message };
  }
}
