import { listObjects, ofFlow, settledDifference } from './Objects.mjs';

/** How long a step may take to be reached, and a flow to end with its clean-up, on a busy machine. */
const REACH_SECONDS = 600;
const END_SECONDS = 900;

/** One run of a template that is disturbed at one of its steps, and what it leaves. */
export class Flow {
  #faults = [];
  #prepared = {};
  #before = [];

  /** `kit`: template with its steps; `name`: of what it makes, in no other flow's name. */
  constructor({ portal, sandbox, kit, name, variant, team = kit.team }) {
    Object.assign(this, { portal, sandbox, kit, name, variant, team });
  }

  /** Starts it with faults in front of a step; returns the requests that they are aimed at. */
  async startWith(step, faultsOf) {
    await this.#prepare();
    this.step = step.id;
    const context = { sandbox: this.sandbox, ...this.#prepared };
    const aim = async () => {
      const requests = await step.requests(this.name, context);
      const [main] = await this.disturb(faultsOf(requests));
      this.main = main;
      return requests;
    };
    if (!step.slow) {
      const requests = await aim();
      await this.#run();
      return requests;
    }
    await this.disturb(step.slow(this.name));
    await this.#run();
    return aim();
  }

  async start() {
    await this.#prepare();
    await this.#run();
  }

  async #prepare() {
    const { prepare } = this.kit;
    if (!prepare) return;
    this.#prepared = await prepare(this.name, this.variant);
    this.#before = await this.#objects();
  }

  async #run() {
    const { template, as, values } = this.kit;
    const context = { variant: this.variant, ...this.#prepared };
    const filledIn = values(this.name, this.team, context);
    this.startedAt = Date.now();
    this.id = await this.portal.run(template, filledIn, as);
  }

  /** Adds faults; returns their ids. */
  async disturb(faults) {
    const ids = [];
    for (const { codes, ...fault } of faults) {
      const value = codes?.[fault.value] ?? fault.value;
      const { id } = await this.sandbox.addFault({ ...fault, value });
      ids.push(id);
    }
    this.#faults.push(...ids);
    return ids;
  }

  /** Waits until the step has begun and the first of the faults in front of it has hit. */
  async hit() {
    await this.portal.until(
      `The fault in ${this.name}`,
      async () => {
        const faults = await this.sandbox.faults();
        const steps = await this.portal.steps(this.id);
        return (
          steps[this.step] &&
          faults.some(({ id, hits }) => id === this.main && hits > 0)
        );
      },
      REACH_SECONDS,
    );
  }

  /** Seconds from its start to the beginning of each step. */
  async timings() {
    const events = await this.portal.events(this.id);
    const begun = events.filter(({ body }) => body.status === 'processing');
    return Object.fromEntries(
      begun.map(({ body, createdAt }) => [
        body.stepId,
        (new Date(createdAt) - this.startedAt) / 1000,
      ]),
    );
  }

  /** Takes the faults away. */
  async calm() {
    for (const id of this.#faults.splice(0)) await this.sandbox.removeFault(id);
  }

  cancel() {
    return this.portal.cancel(this.id, this.kit.as);
  }

  /** Waits until a clean-up has tried, if there is anything to clean up. */
  async triedToCleanUp() {
    await this.portal.until(
      `A clean-up of ${this.name}`,
      async () => {
        const { status } = await this.portal.task(this.id);
        const { cleanup, rows } = await this.portal.ledger(this.id);
        const tried = cleanup?.attempts > 0 && cleanup.state !== 'running';
        return (
          tried || (status === 'failed' && rows.every(row => !row.remover))
        );
      },
      REACH_SECONDS,
    );
  }

  /** How it ended, how long it took, and what is there too much or too little of compared with `wanted`. */
  async end(wanted) {
    const { status } = await this.portal.ended(this.id, END_SECONDS);
    const events = await this.portal.events(this.id);
    const wasCancelled = events.some(({ type }) => type === 'cancelled');
    const ended = wasCancelled ? 'cancelled' : status;
    const { stays = () => false } = this.kit;
    const counts = line => ended === 'completed' || !stays(line);
    const { left, found } = await settledDifference(
      (ended === 'completed' ? wanted : this.#before).filter(counts),
      async () => (await this.#objects()).filter(counts),
    );
    const seconds = Math.round((Date.now() - this.startedAt) / 1000);
    return { ended, seconds, left, objects: found.length };
  }

  /** What there is of it, without its name. */
  async #objects() {
    const more = (await this.kit.more?.(this.#prepared)) ?? [];
    return [...ofFlow(await listObjects(this), this.name), ...more];
  }

  /** What an undisturbed flow has left. */
  async result() {
    const { status } = await this.portal.ended(this.id, END_SECONDS);
    if (status !== 'completed') {
      throw new Error(`${this.name} ${status}:\n${await this.lastWords()}`);
    }
    return this.#objects();
  }

  /** What the flow told last, for whoever has to find out why it ended as it did. */
  async lastWords() {
    const [events, { rows }] = await Promise.all([
      this.portal.events(this.id),
      this.portal.ledger(this.id),
    ]);
    return [
      ...events.slice(-12).map(({ body }) => `${body.stepId}: ${body.message}`),
      ...rows
        .filter(row => row.message)
        .map(row => `${row.outcome} ${row.kind} ${row.name}: ${row.message}`),
    ].join('\n');
  }
}
