import { ColourTokens, colours, fonts, Mode, radii } from './tokens';

/** `--portico-*`: every colour token by its name in kebab case. */
function porticoVariables(c: ColourTokens): string[] {
  return Object.entries(c).map(
    ([name, value]) =>
      `--portico-${name
        .replace(/([A-Z])/g, '-$1')
        .replace(/([a-z])(\d)$/, (_, letter, digit) =>
          letter === 's' ? `${letter}${digit}` : `${letter}-${digit}`,
        )
        .toLowerCase()}: ${value};`,
  );
}

/** The variables of `@backstage/ui`; it sets its own in a layer, so these win. */
function buiVariables(c: ColourTokens): string[] {
  const variables: Record<string, string> = {
    'font-regular': fonts.sans,
    'font-monospace': fonts.mono,
    'font-weight-bold': '600',
    'radius-1': `${radii.mark}px`,
    'radius-2': `${radii.field}px`,
    'radius-3': `${radii.field}px`,
    'radius-4': `${radii.field}px`,
    ring: c.accent,
    scrollbar: 'transparent',
    'scrollbar-thumb': c.rule2,
    'bg-app': c.bg,
    'bg-neutral-1': c.surface,
    'bg-neutral-2': c.sunken,
    'bg-neutral-3': c.surface,
    'bg-neutral-4': c.sunken,
    'fg-primary': c.ink,
    'fg-secondary': c.ink2,
    'fg-disabled': c.ink3,
    'fg-positive': c.ok,
    'fg-negative': c.bad,
    'fg-warning': c.warn,
    'fg-announcement': c.accent,
    'fg-success': c.ok,
    'fg-danger': c.bad,
    'fg-info': c.accent,
    'fg-solid': c.onAccent,
    'fg-solid-disabled': c.ink3,
    'fg-danger-on-bg': c.bad,
    'fg-warning-on-bg': c.warn,
    'fg-success-on-bg': c.ok,
    'fg-info-on-bg': c.accent,
    'border-1': c.rule,
    'border-2': c.control,
    'border-info': c.accent,
    'border-danger': c.badFill,
    'border-warning': c.warnFill,
    'border-success': c.okFill,
    'accent-bg': c.accent,
    'accent-bg-hover': c.accent2,
    'accent-bg-disabled': c.unkWash,
    'accent-fg': c.onAccent,
    'accent-fg-disabled': c.ink3,
    'bg-solid': c.accent,
    'bg-solid-hover': c.accent2,
    'bg-solid-pressed': c.accent2,
    'bg-solid-disabled': c.unkWash,
    'bg-danger': c.badWash,
    'bg-warning': c.warnWash,
    'bg-success': c.okWash,
    'bg-info': c.accentWash,
    shadow: c.shadow,
  };
  for (const layer of [1, 2, 3, 4]) {
    const tint = (percent: number) =>
      `color-mix(in srgb, ${c.ink} ${percent}%, transparent)`;
    variables[`bg-neutral-${layer}-hover`] = tint(5);
    variables[`bg-neutral-${layer}-pressed`] = tint(9);
    variables[`bg-neutral-${layer}-disabled`] = tint(3);
  }
  const states = {
    announcement: [c.accent, c.accentWash, c.accent, c.onAccent],
    warning: [c.warnFill, c.warnWash, c.warn, c.bg],
    negative: [c.badFill, c.badWash, c.bad, c.bg],
    positive: [c.okFill, c.okWash, c.ok, c.bg],
  };
  for (const [state, [fill, wash, text, onFill]] of Object.entries(states)) {
    variables[`${state}-bg`] = fill;
    variables[`${state}-bg-hover`] = text;
    variables[`${state}-bg-disabled`] = c.unkWash;
    variables[`${state}-bg-subdued`] = wash;
    variables[`${state}-bg-subdued-hover`] = wash;
    variables[`${state}-bg-subdued-disabled`] = c.unkWash;
    variables[`${state}-border`] = fill;
    variables[`${state}-fg`] = onFill;
    variables[`${state}-fg-disabled`] = c.ink3;
    variables[`${state}-fg-subdued`] = text;
    variables[`${state}-fg-subdued-disabled`] = c.ink3;
  }
  return Object.entries(variables).map(([k, v]) => `--bui-${k}: ${v};`);
}

function block(selector: string, mode: Mode): string {
  const lines = [
    `color-scheme: ${mode};`,
    ...porticoVariables(colours[mode]),
    `--portico-sans: ${fonts.sans};`,
    `--portico-mono: ${fonts.mono};`,
    ...buiVariables(colours[mode]),
  ];
  return `${selector} {\n  ${lines.join('\n  ')}\n}`;
}

/** The style sheet with the variables of both modes, chosen by `data-theme-mode`. */
export const cssVariables = [
  block(":root, [data-theme-mode='light']", 'light'),
  block("[data-theme-mode='dark']", 'dark'),
  // Scrollbars of the window follow the root element, the mode stands on the body.
  ":root:has(body[data-theme-mode='dark']) { color-scheme: dark; }",
].join('\n');
