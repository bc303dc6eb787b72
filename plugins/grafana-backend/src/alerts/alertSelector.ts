import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ALERT_LABEL_SELECTOR } from '@portico/plugin-grafana-common';

/** A label with its value. */
export interface LabelCondition {
  label: string;
  value: string;
}

/** Which alerts are an entity's: those that meet any of the conditions. */
export interface AlertSelector {
  /** As people write it, e.g. `service=orders`. */
  text: string;
  conditions: readonly LabelCondition[];
}

/**
 * Reads `grafana/alert-label-selector`, e.g. `service=orders,team=commerce`; `service=<entity name>` if absent. A value
 * may stand in quotes.
 *
 * @throws InputError for what is no pair
 */
export function alertSelector({ metadata }: Entity): AlertSelector {
  const text =
    metadata.annotations?.[ALERT_LABEL_SELECTOR]?.trim() ||
    `service=${metadata.name}`;
  const conditions = text.split(',').map(part => {
    const [, label, quoted, plain] =
      part.trim().match(/^([\w.-]+)\s*=\s*(?:"([^"]*)"|([^"=~][^"]*))$/) ?? [];
    if (!label) {
      throw new InputError(
        `The annotation ${ALERT_LABEL_SELECTOR} of ${
          metadata.name
        } can't be read at '${part.trim()}'. Write a label and its value, e.g. service=orders; several are separated by commas.`,
      );
    }
    return { label, value: quoted ?? plain };
  });
  return { text, conditions };
}

/** Whether labels meet any of the conditions. */
export function meets(
  { conditions }: AlertSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return conditions.some(({ label, value }) => labels[label] === value);
}
