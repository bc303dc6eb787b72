import { useSyncExternalStore } from 'react';
import type { CrosshairStore, Pointed } from './CrosshairStore';

/** What is pointed at; draws again on every move, so use it in small parts alone. */
export function usePointed(store: CrosshairStore): Pointed | undefined {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
