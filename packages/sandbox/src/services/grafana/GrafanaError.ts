/** An answer that is not 2xx, as Grafana's HTTP API writes it: https://grafana.com/docs/grafana/latest/developers/http_api/ */
export class GrafanaError extends Error {
  name = 'GrafanaError';

  /** @param extra what stands in the body beside the message */
  constructor(
    readonly status: number,
    message: string,
    readonly extra: object = {},
  ) {
    super(message);
  }

  /** An error of Grafana's newer parts, which name themselves, e.g. `api-key.invalid`. */
  static named(status: number, messageId: string, message: string) {
    return new GrafanaError(status, message, {
      messageId,
      statusCode: status,
      traceID: '',
    });
  }

  /** One about a dashboard or folder, which tells its kind, e.g. `version-mismatch`. */
  static ofKind(status: number, kind: string, message: string) {
    return new GrafanaError(status, message, { status: kind });
  }

  /** A body that can't be read. */
  static badRequest(message = 'bad request data') {
    return new GrafanaError(400, message);
  }

  toJSON() {
    return { ...this.extra, message: this.message };
  }
}
