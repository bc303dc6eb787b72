/** When entities were last scraped, for those that are not any more. */
export class LastSeen {
  readonly #seen = new Map<string, number>();
  readonly #askedAt = new Map<string, number>();

  /** @param seconds since 1970 */
  saw(entityRef: string, seconds: number) {
    this.#seen.set(entityRef, seconds * 1000);
    this.#askedAt.delete(entityRef);
  }

  of(entityRef: string): Date | undefined {
    const at = this.#seen.get(entityRef);
    return at === undefined ? undefined : new Date(at);
  }

  /** Whether Prometheus should be asked: nothing is known, and it was not asked in the last ten minutes. */
  isUnknown(entityRef: string, now: Date): boolean {
    if (this.#seen.has(entityRef)) return false;
    const askedAt = this.#askedAt.get(entityRef) ?? -Infinity;
    return now.getTime() - askedAt > 600_000;
  }

  asked(entityRef: string, now: Date) {
    this.#askedAt.set(entityRef, now.getTime());
  }

  /** Forgets entities that there are no more. */
  keep(entityRefs: ReadonlySet<string>) {
    for (const map of [this.#seen, this.#askedAt]) {
      for (const ref of map.keys()) if (!entityRefs.has(ref)) map.delete(ref);
    }
  }
}
