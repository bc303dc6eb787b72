import { AlertmanagerError } from './AlertmanagerError';
import { asObject, mismatch, readText, readTime, type Place } from './readJson';
import type { Labels } from './types';

/** One alert of `POST /api/v2/alerts`; times in milliseconds since 1970. */
export interface PostedAlert {
  labels: Labels;
  annotations: Labels;
  startsAt?: number;
  endsAt?: number;
  generatorURL?: string;
}

const at = (field: string): Place => ({ body: 'alerts', field });

/** @throws AlertmanagerError 400 for what can't be read, 422 for what is missing */
export function readAlerts(body: unknown): PostedAlert[] {
  if (!Array.isArray(body)) {
    throw mismatch(body, at(''), 'models.PostableAlerts');
  }
  return body.map((item, index) => {
    const alert = asObject(item, at('PostableAlert'));
    if (alert.labels === undefined || alert.labels === null) {
      throw AlertmanagerError.missing(`${index}.labels`);
    }
    return {
      labels: readLabels(alert.labels, at('Alert.labels')),
      annotations: readLabels(alert.annotations ?? {}, at('annotations')),
      startsAt: readTime(alert.startsAt, at('startsAt')),
      endsAt: readTime(alert.endsAt, at('endsAt')),
      generatorURL: readText(alert.generatorURL, at('Alert.generatorURL')),
    };
  });
}

function readLabels(value: unknown, place: Place): Labels {
  return Object.fromEntries(
    Object.entries(asObject(value, place)).map(([name, text]) => [
      name,
      readText(text, place) ?? '',
    ]),
  );
}
