import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readPrometheusSettings } from './readPrometheusSettings';

const read = (prometheus?: JsonObject) =>
  readPrometheusSettings(
    new ConfigReader({ health: prometheus ? { prometheus } : {} }),
  );
const instance = { name: 'main', url: 'https://prometheus.example/' };

describe('readPrometheusSettings', () => {
  it('is content with nothing', () => {
    const settings = read();
    expect(settings.instances).toEqual([]);
    expect([...settings.presets.keys()]).toEqual([
      'otel',
      'prom-client',
      'micrometer',
      'istio',
    ]);
  });

  it('reads ways to prove who asks', () => {
    const [token, basic] = read({
      instances: [
        { ...instance, token: 'abc', headers: { 'X-Scope-OrgID': 'a' } },
        { name: 'b', url: 'http://b', username: 'u', password: 'p' },
      ],
    }).instances;
    expect(token).toMatchObject({
      url: 'https://prometheus.example',
      externalUrl: 'https://prometheus.example',
      headers: { authorization: 'Bearer abc', 'X-Scope-OrgID': 'a' },
    });
    expect(basic.headers).toEqual({ authorization: 'Basic dTpw' });
  });

  it('reads own presets over built-in ones', () => {
    const own = read({
      presets: {
        nginx: {
          requests: 'nginx_requests_total',
          errors: 'code=~"5.."',
          bucketUnit: 'milliseconds',
        },
      },
    }).presets.get('nginx');
    expect(own).toMatchObject({
      requests: 'nginx_requests_total',
      errors: [{ label: 'code', operator: '=~', value: '5..' }],
      unitsPerSecond: 1000,
      buckets: 'http_server_request_duration_seconds_bucket',
    });
  });

  it.each<[string, JsonObject]>([
    ["two entries named 'main'", { instances: [instance, instance] }],
    ['no address', { instances: [{ name: 'a', url: 'prometheus:9090' }] }],
    ['no address', { instances: [{ name: 'a', url: 'http://u:p@host' }] }],
    [
      'a token and a username',
      { instances: [{ ...instance, token: 'a', username: 'b' }] },
    ],
    ["no label's name", { serviceLabel: 'a-b' }],
    ["can't be negative", { limits: { errorRatio: -1 } }],
    ['no name that Prometheus allows', { presets: { a: { requests: 'a b' } } }],
    ['double quotes', { presets: { a: { errors: 'code=5' } } }],
    ["no preset 'b' before it", { presets: { a: { extends: 'b' } } }],
    ['neither seconds nor', { presets: { a: { bucketUnit: 'hours' } } }],
    ['letters, digits', { queries: [{ id: 'a b', title: 'A', query: 'a' }] }],
    [
      "the unit 'x'",
      { queries: [{ id: 'a', title: 'A', query: 'a', unit: 'x' }] },
    ],
  ])('says what is wrong: %s', (message, prometheus) => {
    expect(() => read(prometheus)).toThrow(message);
  });
});
