import { RefObject, useEffect } from 'react';

/**
 * Keeps the page's content the only `main` landmark. Backstage's older `Page`
 * brings a `main` of its own that takes no other element; inside ours it loses
 * its role, so that a reader announces one.
 */
export function useOneMain(content: RefObject<HTMLElement>) {
  useEffect(() => {
    const frame = content.current;
    if (!frame) return undefined;
    const quieten = () =>
      frame
        .querySelectorAll('main:not([role])')
        .forEach(inner => inner.setAttribute('role', 'presentation'));
    quieten();
    const observer = new MutationObserver(quieten);
    observer.observe(frame, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [content]);
}
