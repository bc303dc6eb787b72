import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';

/** CSS pixels. */
interface Box {
  width: number;
  height: number;
}

/** Which of many rows can be seen in a box that scrolls; only they, and a few more, are put into the page. */
export function useRows(options: {
  count: number;
  /** Of a row, as long as it isn't measured. */
  rowHeight: number;
  /** Room of what scrolls, which the panel knows without asking the page. */
  box: Box;
  keyOf?(index: number): string;
}) {
  const { count, rowHeight, box, keyOf } = options;
  const { width, height } = box;
  const scroller = useRef<HTMLDivElement>(null);
  const tell = useRef<(box: Box) => void>();
  const virtual: Virtualizer<HTMLDivElement, HTMLDivElement> = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    ...(keyOf && { getItemKey: keyOf }),
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: box,
    observeElementRect: (_, told) => {
      tell.current = told;
      told(box);
    },
    measureElement: element => element.offsetHeight || rowHeight,
  });
  useEffect(() => {
    tell.current?.({ width, height });
    virtual.measure();
  }, [virtual, width, height, rowHeight]);
  return { scroller, virtual };
}
