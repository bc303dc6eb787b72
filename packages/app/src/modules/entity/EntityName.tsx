import { parseEntityRef } from '@backstage/catalog-model';
import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { TextLink } from '@portico/ui';

/** The name of an entity as a link to its page. */
export function EntityName(props: { entityRef: string; plain?: boolean }) {
  const { entityRef, plain } = props;
  const { primaryTitle } = useEntityPresentation(entityRef);
  const linkTo = useEntityRefLink();
  const { kind, name } = parseEntityRef(entityRef);
  return (
    <TextLink to={linkTo(entityRef)} plain={plain} title={`${kind} ${name}`}>
      {primaryTitle}
    </TextLink>
  );
}
