import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';

/** The tab *Health* of the page's entity. */
export function useHealthTabLink(): string {
  const { entity } = useEntity();
  return `${useEntityRefLink()(entity)}/health`;
}
