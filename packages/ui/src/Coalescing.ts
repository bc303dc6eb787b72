/** Calls within this time are one call: parts of a page that ask at the same moment. */
const TOGETHER_MS = 100;

/** Makes one call of equal calls that begin together; later ones ask again, so nobody gets what is old. */
export class Coalescing<T> {
  private readonly calls = new Map<
    string,
    { at: number; answer: Promise<T> }
  >();

  constructor(private readonly now: () => number = Date.now) {}

  /** Asks, or joins whoever asked just now with the same `key`. */
  ask(key: string, ask: () => Promise<T>): Promise<T> {
    const at = this.now();
    const open = this.calls.get(key);
    if (open && at - open.at < TOGETHER_MS) return open.answer;
    const answer = ask();
    const call = { at, answer };
    this.calls.set(key, call);
    const forget = () => {
      if (this.calls.get(key) === call) this.calls.delete(key);
    };
    answer.then(forget, forget);
    return answer;
  }
}
