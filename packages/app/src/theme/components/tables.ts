import { ColourTokens } from '../tokens';
import { OverrideGroup } from './types';

/** Rows of 32 px between rules; no stripes, no boxes. */
export function tables(c: ColourTokens): OverrideGroup {
  const head = {
    padding: '0 12px 6px 0',
    borderTop: 0,
    borderBottom: 0,
    backgroundColor: 'transparent',
    color: c.ink3,
    fontSize: 12,
    fontWeight: 500,
    lineHeight: '16px',
    letterSpacing: 0,
    textTransform: 'none',
    whiteSpace: 'nowrap',
  };
  return {
    MuiTable: { styleOverrides: { root: { backgroundColor: 'transparent' } } },
    MuiTableRow: {
      styleOverrides: {
        root: {
          backgroundColor: 'transparent',
          '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
        },
        hover: { '&:hover': { backgroundColor: c.hover } },
        head: {
          height: 'auto',
          '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          padding: '6px 12px 6px 0',
          borderBottom: 0,
          borderTop: `1px solid ${c.rule}`,
          color: c.ink,
          fontSize: 13,
          lineHeight: '20px',
          verticalAlign: 'middle',
          wordBreak: 'normal',
          overflowWrap: 'break-word',
          fontVariantNumeric: 'tabular-nums',
          '& a': { whiteSpace: 'nowrap' },
        },
        sizeSmall: { padding: '6px 12px 6px 0' },
        head,
        footer: { borderTop: `1px solid ${c.rule}` },
      },
    },
    MuiTableSortLabel: {
      styleOverrides: {
        root: { color: 'inherit', '&.Mui-active': { color: c.ink } },
      },
    },
    MuiTablePagination: {
      styleOverrides: { root: { fontSize: 12, color: c.ink3 } },
    },
    // A description that is cut must not let its column shrink to a word.
    BackstageOverflowTooltip: {
      styleOverrides: { typo: { 'td > &': { minWidth: 170 } } },
    },
    BackstageTable: { styleOverrides: { root: { display: 'block' } } },
    BackstageTableHeader: { styleOverrides: { header: head } },
    BackstageTableToolbar: {
      styleOverrides: {
        root: { padding: '8px 0', minHeight: 44 },
        title: { '& > h6, & > *': { fontSize: 14, fontWeight: 600 } },
        searchField: { paddingRight: 0 },
      },
    },
    PluginCatalogTableToolbar: { styleOverrides: { root: { padding: 0 } } },
    BackstageTableFiltersContainer: {
      styleOverrides: { title: { fontSize: 14, fontWeight: 600 } },
    },
  };
}
