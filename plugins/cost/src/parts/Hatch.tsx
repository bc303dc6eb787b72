import { useId } from 'react';

/** A pattern of slanted lines for what is unattributed or to come: put `defs` into the SVG, and `fill` where it goes. */
export function useHatch(): { defs: JSX.Element; fill: string } {
  const id = `hatch-${useId().replaceAll(':', '')}`;
  const defs = (
    <defs>
      <pattern
        id={id}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path
          d="M0 0V5"
          strokeWidth="2"
          style={{ stroke: 'var(--portico-ink-3)' }}
        />
      </pattern>
    </defs>
  );
  return { defs, fill: `url(#${id})` };
}
