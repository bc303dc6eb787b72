import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildServer } from './server.ts';

test('answers that it is alive', async t => {
  const { app } = buildServer();
  t.after(() => app.close());
  const response = await app.inject('/health');
  assert.equal(response.statusCode, 200);
  assert.deepEqual(response.json(), { status: 'ok' });
});

test('gets traffic only once it is ready', async t => {
  const { app, readiness } = buildServer();
  t.after(() => app.close());
  assert.equal((await app.inject('/ready')).statusCode, 503);
  readiness.ready = true;
  assert.equal((await app.inject('/ready')).statusCode, 200);
});

test('measures requests by method, route and status', async t => {
  const { app } = buildServer();
  t.after(() => app.close());
  await app.inject('/health');
  await app.inject('/nowhere');
  const { payload, headers } = await app.inject('/metrics');
  assert.match(String(headers['content-type']), /text\/plain/);
  assert.match(
    payload,
    /http_server_request_duration_seconds_count\{[^}]*http_route="\/health"[^}]*http_response_status_code="200"[^}]*\} 1/,
  );
  assert.match(
    payload,
    /http_route="none",http_response_status_code="404"/,
  );
});
