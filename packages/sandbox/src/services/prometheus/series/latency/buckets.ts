/** What OpenTelemetry advises for `http.server.request.duration`, in seconds: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ */
export const OTEL_BOUNDS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** Defaults of prom-client, in seconds: https://github.com/siimon/prom-client#histogram */
export const PROM_CLIENT_BOUNDS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/** What Istio has, in milliseconds: https://istio.io/latest/docs/reference/config/metrics/ */
export const ISTIO_BOUNDS_MS = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000,
  60_000, 300_000, 600_000, 1_800_000, 3_600_000,
];

/** From 1 ms to 30 s, what Spring Boot expects of a request. */
const MICROMETER_NANOSECONDS = [1_000_000, 30_000_000_000];

/**
 * Bounds of Micrometer's percentile histograms in seconds: each power of four in nine steps.
 * https://github.com/micrometer-metrics/micrometer/blob/main/micrometer-core/src/main/java/io/micrometer/core/instrument/distribution/PercentileHistogramBuckets.java
 */
export const MICROMETER_BOUNDS = micrometerBounds();

function micrometerBounds(): number[] {
  const [least, most] = MICROMETER_NANOSECONDS;
  const bounds = [least, most];
  for (let power = 4; power < most; power *= 4) {
    const step = Math.floor(power / 3);
    for (let bound = power; bound < power * 4 - step; bound += step) {
      if (bound > least && bound < most) bounds.push(bound);
    }
  }
  return bounds.sort((a, b) => a - b).map(one => one / 1e9);
}
