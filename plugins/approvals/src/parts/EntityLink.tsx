import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { TextLink } from '@portico/ui';
import { nameOf } from '../model/names';

/** A link to a page of the catalog; plain text where the catalog is not installed. */
export function EntityLink(props: {
  entityRef: string;
  names: Record<string, string>;
  /** Instead of its name. */
  text?: string;
}) {
  const { entityRef, names, text = nameOf(entityRef, names) } = props;
  const link = useRouteRef(entityRouteRef);
  return link ? (
    <TextLink to={link(entityRouteParams(entityRef))}>{text}</TextLink>
  ) : (
    <>{text}</>
  );
}
