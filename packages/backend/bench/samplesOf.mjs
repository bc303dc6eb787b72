const STEP_MS = 60_000;
const BOUNDS = { 0.1: 0.7, 0.25: 0.9, 0.3: 0.95, 0.5: 0.99, 1: 1, '+Inf': 1 };
/** Of each fiftieth service: its p95 is past 300 ms. */
const SLOW = { 0.1: 0.2, 0.25: 0.5, 0.3: 0.6, 0.5: 0.97, 1: 1, '+Inf': 1 };

/**
 * Series of so many services as OpenTelemetry writes them, a minute apart: requests by status with their
 * histogram, and `up`. They go on into the future, since nobody scrapes while it is measured.
 */
export function samplesOf(count, { pastMinutes, futureMinutes }) {
  const now = Math.floor(Date.now() / STEP_MS) * STEP_MS;
  const times = Array.from(
    { length: pastMinutes + futureMinutes },
    (_, index) => now + (index - pastMinutes) * STEP_MS,
  );
  return Array.from({ length: count }, (_, index) => index).flatMap(index => {
    const common = {
      service: `service-${index}`,
      environment: 'production',
      pod: `service-${index}-0`,
      instance: `10.0.${index >> 8}.${index & 255}:8080`,
    };
    const counted = (name, labels, perMinute) => ({
      labels: { __name__: name, ...common, ...labels },
      samples: times.map((at, step) => ({
        at,
        value: Math.round(perMinute * (step + 1) * 1000) / 1000,
      })),
    });
    const rate = 60 * (10 + (index % 90));
    const shares = index % 50 === 0 ? SLOW : BOUNDS;
    const name = 'http_server_request_duration_seconds';
    return [
      { status: '200', perMinute: rate },
      { status: '500', perMinute: rate * 0.0002 },
    ]
      .flatMap(({ status, perMinute }) => {
        const labels = {
          http_response_status_code: status,
        };
        return [
          ...Object.entries(shares).map(([le, share]) =>
            counted(`${name}_bucket`, { ...labels, le }, perMinute * share),
          ),
          counted(`${name}_count`, labels, perMinute),
        ];
      })
      .concat({
        labels: { __name__: 'up', ...common },
        samples: times.map(at => ({ at, value: 1 })),
      });
  });
}
