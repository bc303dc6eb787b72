import { useEffect } from 'react';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Calls a handler when its key is pressed outside of fields, without Ctrl, Alt or Meta. */
export function useKeys(handlers: Record<string, () => void>): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const handler = handlers[event.key];
      if (
        !handler ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        isTyping(event.target)
      ) {
        return;
      }
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [handlers]);
}
