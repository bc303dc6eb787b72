import { styled } from '@mui/material/styles';

/** A dense table that scrolls inside itself on narrow screens. */
export const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  lineHeight: '20px',
  fontVariantNumeric: 'tabular-nums',
  '& th': {
    font: 'inherit',
    fontSize: 12,
    fontWeight: 500,
    color: 'var(--portico-ink-3)',
    textAlign: 'left',
  },
  '& th, & td': {
    padding: '6px 12px 6px 0',
    borderBottom: '1px solid var(--portico-rule)',
    verticalAlign: 'top',
  },
  '& tbody th': {
    fontSize: 13,
    fontWeight: 600,
    color: 'var(--portico-ink)',
  },
  '& tr:has(+ .reason) > *': { borderBottom: 0, paddingBottom: 0 },
  '& .reason td': { color: 'var(--portico-ink-2)', paddingTop: 0 },
  '& .end': { textAlign: 'right', paddingRight: 0, whiteSpace: 'nowrap' },
  '& .quiet': { color: 'var(--portico-ink-3)' },
  '& code': {
    fontFamily: 'var(--portico-mono)',
    fontSize: 12,
    whiteSpace: 'nowrap',
  },
  '@media (max-width: 899px)': { '& .wide': { display: 'none' } },
});
