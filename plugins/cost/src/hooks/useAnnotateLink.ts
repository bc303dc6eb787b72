import { useRouteRef } from '@backstage/frontend-plugin-api';
import { selectedTemplateRouteRef } from '../routes';

const TEMPLATE = { namespace: 'default', templateName: 'add-annotations' };

/**
 * The form, filled in, that opens a pull request with annotations for an entity; undefined where no page starts
 * templates.
 */
export function useAnnotateLink(
  entityRef: string,
  annotations: { name: string; value: string }[],
): string | undefined {
  const path = useRouteRef(selectedTemplateRouteRef)?.(TEMPLATE);
  if (!path) return undefined;
  const formData = JSON.stringify({ annotations });
  return `${path}?${new URLSearchParams({ entity: entityRef, formData })}`;
}
