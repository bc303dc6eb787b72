import { Entity } from '@backstage/catalog-model';
import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { Button, Icon } from '@portico/ui';

/** Puts the entity among the starred ones of the home page, or takes it away. */
export function StarButton(props: { entity: Entity }) {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(
    props.entity,
  );
  return (
    <Button
      aria-pressed={isStarredEntity}
      onClick={() => toggleStarredEntity()}
    >
      <Icon name="star" fill={isStarredEntity ? 'currentColor' : 'none'} />
      {isStarredEntity ? 'Starred' : 'Star'}
    </Button>
  );
}
