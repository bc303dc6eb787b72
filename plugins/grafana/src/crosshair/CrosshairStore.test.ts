import { CrosshairStore } from './CrosshairStore';

describe('CrosshairStore', () => {
  it('tells what follows about each change once', () => {
    const store = new CrosshairStore();
    const heard: (number | undefined)[] = [];
    const end = store.subscribe(() => heard.push(store.get()?.time));
    store.set({ time: 5, by: 'a' });
    store.set({ time: 5, by: 'a' });
    store.set({ time: 6, by: 'b' });
    end();
    store.set(undefined);
    expect(heard).toEqual([5, 6]);
  });

  it('keeps what another chart points at when one lets go', () => {
    const store = new CrosshairStore();
    store.set({ time: 5, by: 'a' });
    store.clear('b');
    expect(store.get()).toEqual({ time: 5, by: 'a' });
    store.clear('a');
    expect(store.get()).toBeUndefined();
  });
});
