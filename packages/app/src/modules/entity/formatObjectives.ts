const noBreakSpace = '\u00A0';

/**
 * Objectives in the words of the design: `availability=99.9, latency-p95=300ms`
 * becomes `99.9 %, p95 300 ms`. Parts in another form stay as they are.
 */
export function formatObjectives(slo: string | undefined): string | undefined {
  return slo
    ?.split(',')
    .map(part => {
      const [name, value = ''] = part.trim().split('=');
      if (name === 'availability' && value) {
        return `${value.replace(/%$/, '')}${noBreakSpace}%`;
      }
      const [, number, unit] = /^([\d.]+)(ms|s)$/.exec(value) ?? [];
      return number
        ? `${name.replace(/^latency-/, '')} ${number}${noBreakSpace}${unit}`
        : part.trim();
    })
    .join(', ');
}
