import { type Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AlertmanagerContext } from '../AlertmanagerContext';
import { AlertmanagerError } from '../AlertmanagerError';
import { matchesValue } from '../matchers';
import { presentSilence } from '../present';
import { readSilence } from '../readSilence';
import type { Matcher, Silence } from '../types';
import { filters } from './query';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml, `/silences` and `/silence/{silenceID}`. */
export function createSilenceRoutes(context: AlertmanagerContext) {
  const { silences, dispatcher } = context;
  const router = PromiseRouter();

  router.get('/silences', (request, response) => {
    const matchers = filters(request);
    response.json(
      silences
        .list()
        .filter(silence => isSelected(silence, matchers))
        .map(silence => presentSilence(context, silence)),
    );
  });

  router.post('/silences', (request, response) => {
    const { id } = silences.set(readSilence(request.body));
    dispatcher.wake();
    response.json({ silenceID: id });
  });

  router.get('/silence/:id', (request, response) => {
    const silence = silences.get(idOf(request));
    if (!silence) throw new AlertmanagerError(404, undefined);
    response.json(presentSilence(context, silence));
  });

  router.delete('/silence/:id', (request, response) => {
    silences.expire(idOf(request));
    dispatcher.wake();
    response.status(200).end();
  });

  return router;
}

function idOf({ params: { id } }: Request): string {
  if (UUID.test(id)) return id;
  throw AlertmanagerError.wrongType('silenceID in path', 'uuid', id);
}

/** A filter looks at what the silence's own matchers say, as if they were labels. */
export function isSelected(silence: Silence, filter: Matcher[]): boolean {
  const values = new Map(
    silence.matchers.map(({ name, value }) => [name, value]),
  );
  return filter.every(matcher => {
    const value = values.get(matcher.name);
    if (value === undefined && matcher.isEqual && matcher.value === '') {
      return true;
    }
    return matchesValue(matcher, value ?? '');
  });
}
