import { Entity } from '@backstage/catalog-model';
import {
  AppNode,
  appTreeApiRef,
  ExtensionBoundary,
  useApi,
} from '@backstage/frontend-plugin-api';
import {
  EntityContextMenuItemBlueprint,
  EntityContextMenuItemParams,
} from '@backstage/plugin-catalog-react/alpha';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { useMemo } from 'react';
import { Icon } from '@portico/ui';

type ItemData = Pick<EntityContextMenuItemParams, 'icon' | 'useProps'>;

function Item(props: { data: ItemData }) {
  const { icon, useProps } = props.data;
  const { title, disabled, onClick, ...rest } = useProps();
  return (
    <MenuItem
      iconStart={icon}
      isDisabled={disabled}
      href={'href' in rest ? rest.href : undefined}
      onAction={onClick ? () => void onClick() : undefined}
    >
      {title}
    </MenuItem>
  );
}

/** The menu items that plugins attached to the entity page; a header layout is not given them. */
function useMenuItems(
  entity: Entity,
): Array<{ node: AppNode; data: ItemData }> {
  const appTree = useApi(appTreeApiRef);
  return useMemo(() => {
    const page = appTree.getTree().tree.nodes.get('page:catalog/entity');
    const { data, filterFunction } = EntityContextMenuItemBlueprint.dataRefs;
    return (page?.edges.attachments.get('contextMenuItems') ?? []).flatMap(
      node => {
        const item = node.instance?.getData(data);
        const filter = node.instance?.getData(filterFunction);
        return item && (!filter || filter(entity))
          ? [{ node, data: item }]
          : [];
      },
    );
  }, [appTree, entity]);
}

/** Copy the address, inspect, unregister, and what plugins add. */
export function EntityMenu(props: { entity: Entity }) {
  const items = useMenuItems(props.entity);
  if (items.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="tertiary"
        icon={<Icon name="dots" />}
        aria-label="More actions"
      />
      <Menu placement="bottom end">
        {items.map(({ node, data }) => (
          <ExtensionBoundary
            key={node.spec.id}
            node={node}
            errorPresentation="error-api"
          >
            <Item data={data} />
          </ExtensionBoundary>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
