import { ColourTokens, radii } from '../tokens';
import { OverrideGroup } from './types';

/** Cards hang from a rule; only what floats has a surface and a shadow. */
export function surfaces(c: ColourTokens): OverrideGroup {
  const flat = {
    backgroundColor: 'transparent',
    backgroundImage: 'none',
    boxShadow: 'none',
    borderRadius: 0,
  };
  const hanging = { ...flat, borderTop: `1px solid ${c.rule2}` };
  const floating = {
    backgroundColor: c.surface,
    backgroundImage: 'none',
    boxShadow: c.shadow,
    border: `1px solid ${c.rule}`,
    borderRadius: radii.field,
  };
  const alert = (colour: string) => ({
    ...flat,
    border: 0,
    borderTop: `2px solid ${colour}`,
    color: c.ink,
  });
  const level = (n: number) => {
    if (n === 0) return flat;
    return n < 6 ? hanging : floating;
  };
  return {
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'none' },
        rounded: { borderRadius: 0 },
        outlined: { ...flat, border: 0, borderTop: `1px solid ${c.rule2}` },
        ...Object.fromEntries(
          Array.from({ length: 25 }, (_, n) => [`elevation${n}`, level(n)]),
        ),
      },
    },
    MuiMenu: { styleOverrides: { paper: floating } },
    MuiPopover: { styleOverrides: { paper: floating } },
    MuiAutocomplete: { styleOverrides: { paper: floating } },
    MuiDialog: { styleOverrides: { paper: floating } },
    MuiDrawer: { styleOverrides: { paper: { ...floating, borderRadius: 0 } } },
    MuiCard: {
      styleOverrides: { root: { display: 'flex', flexDirection: 'column' } },
    },
    MuiCardHeader: {
      styleOverrides: {
        root: { padding: '11px 0 8px' },
        title: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
        subheader: { fontSize: 12, lineHeight: '16px', color: c.ink3 },
        action: { marginTop: 0, marginRight: 0 },
      },
    },
    MuiCardContent: {
      styleOverrides: {
        root: {
          flexGrow: 1,
          padding: '0 0 8px',
          '&:last-child': { paddingBottom: 8 },
        },
      },
    },
    MuiCardActions: {
      styleOverrides: {
        root: { padding: '8px 0', justifyContent: 'flex-end' },
      },
    },
    MuiAccordion: {
      styleOverrides: {
        root: { '&:before': { display: 'none' }, margin: '0 !important' },
      },
    },
    MuiAccordionSummary: {
      styleOverrides: {
        root: { padding: 0, minHeight: 36 },
        content: { margin: '6px 0' },
      },
    },
    MuiAccordionDetails: { styleOverrides: { root: { padding: '0 0 12px' } } },
    MuiAppBar: {
      styleOverrides: {
        root: { boxShadow: 'none', borderTop: 0 },
        colorPrimary: { backgroundColor: c.bg, color: c.ink },
      },
    },
    MuiAlert: {
      styleOverrides: {
        root: { padding: '8px 0', fontSize: 13, lineHeight: '20px' },
        outlinedInfo: alert(c.rule2),
        outlinedSuccess: alert(c.rule2),
        outlinedWarning: alert(c.warnFill),
        outlinedError: alert(c.badFill),
        icon: { padding: 0, fontSize: 18 },
        message: { padding: 0 },
        action: { alignItems: 'flex-start', whiteSpace: 'nowrap' },
      },
    },
    MuiBackdrop: {
      styleOverrides: { root: { backgroundColor: 'rgb(17 16 14 / .4)' } },
    },
    MuiDivider: { styleOverrides: { root: { backgroundColor: c.rule } } },
  };
}
