import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { MissingLink } from '@portico/plugin-health-common';
import { selectedTemplateRouteRef } from '../routes';

const TEMPLATE = { namespace: 'default', templateName: 'add-annotations' };

/**
 * The form, filled in, that opens a pull request with annotations for an entity; undefined where no page
 * starts templates.
 */
export function useAnnotateLink(
  entityRef: string,
  missing: MissingLink[],
): string | undefined {
  const path = useRouteRef(selectedTemplateRouteRef)?.(TEMPLATE);
  if (!path) return undefined;
  const formData = JSON.stringify({
    annotations: missing.map(({ annotation, example }) => ({
      name: annotation,
      value: example,
    })),
  });
  return `${path}?${new URLSearchParams({ entity: entityRef, formData })}`;
}
