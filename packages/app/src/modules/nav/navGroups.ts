import type { NavContentNavItem } from '@backstage/plugin-app-react';
import type { IconName } from '@portico/ui';

/** An entry of the navigation, in the words and with the icon of the design. */
export interface NavEntry {
  id: string;
  /** Id of the plugin that brings the page. */
  plugin: string;
  title: string;
  href: string;
  icon?: IconName;
  /** The page's own icon, for pages that the design does not know. */
  ownIcon?: NavContentNavItem['icon'];
}

/** A titled list of entries; the first has no title. */
export interface NavGroup {
  title?: string;
  entries: NavEntry[];
}

interface Slot {
  /** Id of the page's extension. */
  page: string;
  title: string;
  icon: IconName;
}

/** Where pages go; those that the portal does not have are left out. */
const layout: Array<{ title?: string; slots: Slot[] }> = [
  {
    slots: [
      { page: 'page:home', title: 'Home', icon: 'home' },
      { page: 'page:catalog', title: 'Catalog', icon: 'catalog' },
      { page: 'page:api-docs', title: 'APIs', icon: 'api' },
      { page: 'page:techdocs', title: 'Docs', icon: 'book' },
    ],
  },
  {
    title: 'Operate',
    slots: [
      { page: 'page:health', title: 'Health', icon: 'pulse' },
      { page: 'page:cost', title: 'Cost', icon: 'coin' },
    ],
  },
  {
    title: 'Change',
    slots: [
      { page: 'page:scaffolder', title: 'Create', icon: 'plus' },
      { page: 'page:approvals', title: 'Approvals', icon: 'stamp' },
    ],
  },
  {
    title: 'Platform',
    slots: [
      { page: 'page:platform-map', title: 'Map', icon: 'layers' },
      { page: 'page:delivery', title: 'Delivery', icon: 'trend' },
      { page: 'page:sources', title: 'Sources', icon: 'swap' },
      { page: 'page:app/organisation', title: 'Organisation', icon: 'people' },
    ],
  },
];

/** Pages that are reached from elsewhere: the search field, the foot, other pages. */
const elsewhere = [
  'page:search',
  'page:notifications',
  'page:user-settings',
  'page:catalog-import',
  'page:catalog-graph',
];

const pluginOf = (page: NavContentNavItem) => page.node.spec.plugin.pluginId;

/** Sorts the pages of the app into the groups of the design; unknown ones come under "More". */
export function groupPages(pages: NavContentNavItem[]): NavGroup[] {
  const byId = new Map(pages.map(page => [page.node.spec.id, page]));
  const known = new Set(elsewhere);
  const groups: NavGroup[] = layout.map(({ title, slots }) => ({
    title,
    entries: slots.flatMap(({ page: id, title: word, icon }) => {
      known.add(id);
      const page = byId.get(id);
      if (!page) return [];
      const plugin = pluginOf(page);
      return [{ id, plugin, title: word, href: page.href, icon }];
    }),
  }));
  groups.push({
    title: 'More',
    entries: pages
      .filter(page => !known.has(page.node.spec.id))
      .map(page => ({
        id: page.node.spec.id,
        plugin: pluginOf(page),
        title: page.title,
        href: page.href,
        ownIcon: page.icon,
      }))
      .sort((a, b) => a.title.localeCompare(b.title)),
  });
  return groups.filter(group => group.entries.length > 0);
}

/** The entry whose page is open: the longest address that the path begins with. */
export function activeEntry(
  groups: NavGroup[],
  pathname: string,
): string | undefined {
  return groups
    .flatMap(group => group.entries)
    .filter(({ href }) =>
      href === '/'
        ? pathname === '/'
        : pathname === href || pathname.startsWith(`${href}/`),
    )
    .sort((a, b) => b.href.length - a.href.length)[0]?.id;
}
