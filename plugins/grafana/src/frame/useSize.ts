import { useLayoutEffect, useState, type RefObject } from 'react';

/** Width and height in whole CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The room inside an element, renewed when it changes; undefined before it is known. */
export function useSize(ref: RefObject<HTMLElement>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize(before =>
        before?.width === width && before.height === height
          ? before
          : { width, height },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
