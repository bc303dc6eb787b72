import { useEffect, useState, type RefObject } from 'react';

/** How far below and above what is seen panels are read already. */
const MARGIN = '240px 0px';

/** Whether an element is on the screen, or nearly so. */
export function useInView(ref: RefObject<Element>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(
      entries => setSeen(entries.at(-1)!.isIntersecting),
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return seen;
}
