/** A share as a figure, `16.8 %`; with no decimals on axes. */
export const formatPercent = (ratio: number, decimals = 1) =>
  `${(ratio * 100).toFixed(decimals)}\u00a0%`;
