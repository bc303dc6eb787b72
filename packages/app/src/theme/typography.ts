import { BackstageTypography } from '@backstage/theme';
import { fonts } from './tokens';

const heading = (fontSize: number, lineHeight: number) => ({
  fontFamily: fonts.sans,
  fontSize,
  lineHeight: `${lineHeight}px`,
  fontWeight: 600,
  letterSpacing: fontSize > 20 ? '-0.02em' : '-0.005em',
  marginBottom: 4,
});

const text = (fontSize: number, lineHeight: number, fontWeight = 400) => ({
  fontSize,
  lineHeight: `${lineHeight}px`,
  fontWeight,
  letterSpacing: 0,
});

/** Sizes and line heights in px, as in the type table of the design. */
export const typography: BackstageTypography & Record<string, unknown> = {
  htmlFontSize: 16,
  fontFamily: fonts.sans,
  fontSize: 14,
  fontWeightMedium: 500,
  h1: heading(28, 36),
  h2: heading(28, 36),
  h3: heading(20, 28),
  h4: heading(16, 24),
  h5: heading(14, 20),
  h6: heading(14, 20),
  subtitle1: text(14, 20),
  subtitle2: text(13, 20, 600),
  body1: text(14, 20),
  body2: text(13, 20),
  caption: text(12, 16),
  overline: { ...text(12, 16, 500), textTransform: 'none' },
  button: { ...text(13, 16, 500), textTransform: 'none' },
};
