import { ColourTokens, radii } from '../tokens';
import { OverrideGroup } from './types';

/** Buttons, fields, tabs, chips: 32 px high, no capitals, no shadow. */
export function controls(c: ColourTokens): OverrideGroup {
  return {
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '5px 12px',
          borderRadius: radii.field,
          fontSize: 13,
          fontWeight: 500,
          lineHeight: '20px',
          letterSpacing: 0,
          textTransform: 'none',
          boxShadow: 'none',
        },
        text: { padding: '5px 8px' },
        outlined: { padding: '5px 12px', borderColor: c.control },
        outlinedPrimary: { borderColor: c.control, color: c.ink },
        contained: { boxShadow: 'none', '&:hover': { boxShadow: 'none' } },
        sizeSmall: { minHeight: 26, padding: '2px 8px', fontSize: 12 },
      },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiIconButton: {
      styleOverrides: {
        root: { padding: 6, borderRadius: radii.field, color: c.ink2 },
        colorPrimary: { color: c.accent },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          borderColor: c.control,
          color: c.ink2,
          letterSpacing: 0,
          textTransform: 'none',
          '&.Mui-selected': { backgroundColor: c.accentWash, color: c.ink },
        },
      },
    },
    MuiInputBase: {
      styleOverrides: { root: { fontSize: 13, lineHeight: '20px' } },
    },
    // One look for fields: those without a variant of their own are outlined too.
    MuiTextField: { defaultProps: { variant: 'outlined' } },
    MuiInput: {
      styleOverrides: {
        root: {
          border: `1px solid ${c.control}`,
          borderRadius: radii.field,
          backgroundColor: c.surface,
          padding: '0 4px 0 8px',
          '&.Mui-focused': { borderColor: c.accent },
        },
        input: { padding: '5px 0' },
        formControl: { 'label + &': { marginTop: 20 } },
        underline: {
          '&:before': { display: 'none' },
          '&:after': { display: 'none' },
        },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { borderRadius: radii.field, backgroundColor: c.surface },
        input: { padding: '9px 10px', height: 'auto' },
        inputMarginDense: { padding: '6px 10px' },
        notchedOutline: { borderColor: c.control },
      },
    },
    MuiFormLabel: { styleOverrides: { root: { fontSize: 13, color: c.ink2 } } },
    MuiInputLabel: {
      styleOverrides: {
        outlined: {
          transform: 'translate(10px, 10px) scale(1)',
          '&[data-shrink="true"]': {
            transform: 'translate(10px, -7px) scale(0.85)',
          },
        },
      },
    },
    MuiFormHelperText: {
      styleOverrides: {
        root: { fontSize: 12, lineHeight: '16px', color: c.ink3 },
        contained: { marginLeft: 0 },
      },
    },
    MuiSwitch: { defaultProps: { color: 'primary' } },
    MuiTabs: {
      styleOverrides: {
        root: { minHeight: 37, borderBottom: `1px solid ${c.rule}` },
        indicator: { height: 2, backgroundColor: c.accent },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 37,
          minWidth: '0 !important',
          padding: '8px 0 9px',
          marginRight: 24,
          fontSize: '14px !important',
          fontWeight: 400,
          lineHeight: '20px',
          letterSpacing: 0,
          textTransform: 'none',
          color: c.ink2,
          '&:hover': { color: c.ink, background: 'none' },
          '&.Mui-selected': { color: c.ink, fontWeight: 600 },
        },
        textColorPrimary: { color: c.ink2 },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          height: 22,
          margin: '0 4px 4px 0',
          borderRadius: radii.badge,
          border: `1px solid ${c.rule2}`,
          backgroundColor: 'transparent',
          color: c.ink2,
          fontSize: 12,
        },
        label: { padding: '0 6px', fontSize: 12, fontWeight: 400 },
        labelSmall: { padding: '0 5px', fontSize: 12 },
        deleteIcon: { width: 16, height: 16, margin: '0 4px 0 -2px' },
      },
    },
    MuiTooltip: {
      styleOverrides: {
        tooltip: {
          backgroundColor: c.ink,
          color: c.bg,
          borderRadius: radii.field,
          fontSize: 12,
          lineHeight: '16px',
          fontWeight: 400,
        },
        arrow: { color: c.ink },
      },
    },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiSkeleton: {
      defaultProps: { animation: false },
      styleOverrides: {
        root: { backgroundColor: c.unkWash, borderRadius: radii.mark },
      },
    },
    MuiLinearProgress: {
      styleOverrides: {
        root: { height: 2 },
        colorPrimary: { backgroundColor: c.unkWash },
        barColorPrimary: { backgroundColor: c.accent },
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: { fontSize: 13, lineHeight: '20px', minHeight: 32 },
      },
    },
    MuiListItemIcon: {
      styleOverrides: { root: { minWidth: 32, color: c.ink3 } },
    },
    MuiGrid: { defaultProps: { spacing: 2 } },
    MuiSvgIcon: { styleOverrides: { root: { fontSize: 20 } } },
  };
}
