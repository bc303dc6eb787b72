import { act } from '@testing-library/react';

type Told = (entries: { isIntersecting: boolean; target: Element }[]) => void;

/** What jsdom has not: a layout in which everything is 600 × 200 px, and elements that come into view or leave it. */
export class FakeScreen {
  private readonly observed = new Map<Element, Told>();
  private readonly gone = new Set<string>();

  constructor() {
    const { observed } = this;
    const inView = (element: Element) => this.isInView(element);
    const box = (size: number) => ({ configurable: true, get: () => size });
    Object.defineProperty(HTMLElement.prototype, 'clientWidth', box(600));
    Object.defineProperty(HTMLElement.prototype, 'clientHeight', box(200));
    window.ResizeObserver = class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    window.IntersectionObserver = class {
      private readonly elements: Element[] = [];
      constructor(private readonly told: Told) {}
      observe(element: Element) {
        this.elements.push(element);
        observed.set(element, this.told);
        this.told([{ isIntersecting: inView(element), target: element }]);
      }
      disconnect() {
        this.elements.forEach(element => observed.delete(element));
      }
    } as unknown as typeof IntersectionObserver;
  }

  /** Takes panels whose text has this in it off the screen, also those that are still to come; or brings them back. */
  scroll(panel: string, where: 'away' | 'back') {
    if (where === 'away') this.gone.add(panel);
    else this.gone.delete(panel);
    act(() =>
      this.observed.forEach((told, target) =>
        told([{ isIntersecting: this.isInView(target), target }]),
      ),
    );
  }

  private isInView({ textContent }: Element): boolean {
    return ![...this.gone].some(words => textContent?.includes(words));
  }
}
