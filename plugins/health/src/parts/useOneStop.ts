import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';

/** Marks what the arrow keys go to; see `useOneStop`. */
export const STOP = { 'data-stop': true, tabIndex: -1 } as const;

const stopsIn = (box: HTMLElement) => [
  ...box.querySelectorAll<HTMLElement>('[data-stop]'),
];

/** The nearest stop in the next row of a grid above or below. */
function nearest(stops: HTMLElement[], from: HTMLElement, down: boolean) {
  const here = from.getBoundingClientRect();
  let best: HTMLElement | undefined;
  let least = Infinity;
  for (const stop of stops) {
    const there = stop.getBoundingClientRect();
    const rows = down ? there.top - here.bottom : here.top - there.bottom;
    const distance =
      rows * 1000 + Math.abs(there.left - here.left) + Math.abs(rows);
    if (rows >= -1 && stop !== from && distance < least) {
      best = stop;
      least = distance;
    }
  }
  return best;
}

function target(box: HTMLElement, key: string, grid: boolean) {
  const stops = stopsIn(box);
  const here = document.activeElement as HTMLElement;
  const at = stops.indexOf(here);
  switch (key) {
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    case 'ArrowDown':
      return grid ? nearest(stops, here, true) : stops[at + 1];
    case 'ArrowUp':
      return grid ? nearest(stops, here, false) : stops[at - 1];
    case 'ArrowRight':
      return grid ? stops[at + 1] : undefined;
    case 'ArrowLeft':
      return grid ? stops[at - 1] : undefined;
    default:
      return undefined;
  }
}

/** What → opens and ← closes. */
function fold(here: HTMLElement, key: string): boolean {
  const open = here.getAttribute('aria-expanded');
  const click =
    (key === 'ArrowRight' && open === 'false') ||
    (key === 'ArrowLeft' && open === 'true');
  if (click) here.click();
  return click;
}

/**
 * One tab stop for many links: inside, the arrow keys, Home and End go from one element with `STOP` to the next;
 * → opens and ← closes what can be opened.
 *
 * @param grid whether they stand in rows, so that ← and → go sideways
 */
export function useOneStop(grid = false) {
  const box = useRef<HTMLDivElement>(null);

  // Whatever is drawn, exactly one of them can be reached with Tab.
  useEffect(() => {
    const stops = box.current ? stopsIn(box.current) : [];
    if (!stops.some(stop => stop.tabIndex === 0) && stops[0]) {
      stops[0].tabIndex = 0;
    }
  });

  const onFocus = useCallback((event: { target: EventTarget }) => {
    const stop = event.target as HTMLElement;
    if (!box.current || !stop.hasAttribute('data-stop')) return;
    box.current
      .querySelectorAll<HTMLElement>('[data-stop][tabindex="0"]')
      .forEach(other => {
        other.tabIndex = -1;
      });
    stop.tabIndex = 0;
  }, []);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const here = document.activeElement;
      if (!box.current || !here?.hasAttribute('data-stop')) return;
      const next = target(box.current, event.key, grid);
      if (next) next.focus();
      else if (!fold(here as HTMLElement, event.key)) return;
      event.preventDefault();
    },
    [grid],
  );

  return { ref: box, onFocus, onKeyDown };
}
