import { ColourTokens, radii } from '../tokens';
import { OverrideGroup } from './types';

/** Backstage's own components, where third-party pages still use them. */
export function backstage(c: ColourTokens): OverrideGroup {
  const plainTitle = { fontSize: 14, lineHeight: '20px', fontWeight: 600 };
  const picker = {
    root: { margin: '8px 0', backgroundColor: 'transparent' },
    title: {
      margin: '11px 0 0',
      color: c.ink3,
      fontSize: 12,
      fontWeight: 500,
      lineHeight: '16px',
      textTransform: 'none',
    },
    listIcon: { minWidth: 28, color: c.ink3 },
    menuItem: { minHeight: 32, padding: '4px 8px' },
    groupWrapper: { margin: '4px 0 8px' },
  };
  return {
    BackstagePage: {
      styleOverrides: {
        root: { height: 'auto', minHeight: '100%', overflowY: 'visible' },
      },
    },
    BackstageHeader: {
      styleOverrides: {
        header: {
          padding: '20px 32px 0',
          minHeight: 0,
          backgroundImage: 'none',
          backgroundColor: 'transparent',
          boxShadow: 'none',
          color: c.ink,
        },
        title: { color: c.ink, fontSize: 28, lineHeight: '36px' },
        subtitle: { color: c.ink2, opacity: 1, marginTop: 2 },
        type: {
          color: c.ink3,
          opacity: 1,
          textTransform: 'none',
          fontSize: 12,
        },
        breadcrumb: { color: c.ink3 },
        breadcrumbType: { color: c.ink3 },
        breadcrumbTitle: { color: c.ink },
      },
    },
    BackstageHeaderLabel: {
      styleOverrides: {
        label: { color: c.ink3, fontSize: 12, fontWeight: 400, opacity: 1 },
        value: { color: c.ink, fontSize: 13, opacity: 1 },
      },
    },
    BackstageHeaderTabs: {
      styleOverrides: {
        tabsWrapper: { paddingLeft: 32, backgroundColor: 'transparent' },
        defaultTab: {
          padding: '8px 0 9px',
          marginRight: 24,
          color: c.ink2,
          textTransform: 'none',
          fontWeight: 400,
        },
        selected: { color: c.ink },
      },
    },
    BackstageContent: {
      styleOverrides: { root: { padding: '20px 32px 56px' } },
    },
    BackstageContentHeader: {
      styleOverrides: { title: { fontSize: 16, lineHeight: '24px' } },
    },
    BackstageInfoCard: {
      styleOverrides: {
        header: { padding: '11px 0 8px' },
        headerTitle: plainTitle,
      },
    },
    BackstageItemCardHeader: {
      styleOverrides: {
        root: {
          padding: '11px 0 8px',
          color: c.ink,
          backgroundImage: 'none',
          backgroundColor: 'transparent',
        },
      },
    },
    BackstageBottomLink: {
      styleOverrides: {
        root: { maxWidth: '100%', padding: '6px 0', borderTop: 0 },
        boxTitle: { fontSize: 13, color: c.accent, fontWeight: 400 },
        arrow: { color: c.accent },
      },
    },
    BackstageWarningPanel: {
      styleOverrides: {
        panel: { backgroundColor: 'transparent', color: c.ink, borderTop: 0 },
        summary: {
          padding: 0,
          borderTop: `2px solid ${c.warnFill}`,
          color: c.ink,
        },
        summaryText: { color: c.ink, fontWeight: 600 },
        message: { color: c.ink2, backgroundColor: 'transparent' },
        details: { padding: 0, color: c.ink2, backgroundColor: 'transparent' },
      },
    },
    BackstageEmptyState: {
      styleOverrides: { root: { backgroundColor: 'transparent', padding: 0 } },
    },
    BackstageEmptyStateImage: {
      styleOverrides: { generalImg: { display: 'none' } },
    },
    BackstageErrorPageMicDrop: {
      styleOverrides: { micDrop: { display: 'none' } },
    },
    CatalogReactUserListPicker: { styleOverrides: picker },
    ScaffolderReactOwnerListPicker: { styleOverrides: picker },
    CatalogReactEntitySearchBar: {
      styleOverrides: { input: { fontSize: 13 } },
    },
    BackstageLogViewer: {
      styleOverrides: {
        root: { backgroundColor: c.sunken, borderRadius: radii.field },
      },
    },
    BackstageMetadataTableTitleCell: {
      styleOverrides: {
        root: { color: c.ink3, fontWeight: 400, paddingLeft: 0 },
      },
    },
  };
}
