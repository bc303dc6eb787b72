import { listObjects, ofFlow, settledDifference } from './Objects.mjs';

/** How long a step may take to be reached, and a flow to end with its clean-up, on a busy machine. */
const REACH_SECONDS = 240;
const END_SECONDS = 420;

/** One run of a template that is disturbed at one of its steps, and what it leaves. */
export class Flow {
  #faults = [];

  /** `kit`: template with its steps; `name`: of what it makes, in no other flow's name. */
  constructor({ portal, sandbox, kit, name, team = kit.team }) {
    Object.assign(this, { portal, sandbox, kit, name, team });
  }

  async start() {
    const { template, as, values } = this.kit;
    this.startedAt = Date.now();
    this.id = await this.portal.run(template, values(this.name, this.team), as);
  }

  async disturb(faults) {
    for (const fault of faults) {
      this.#faults.push(await this.sandbox.addFault(fault));
    }
  }

  /** Waits until the first fault has hit. */
  async hit() {
    const [{ id }] = this.#faults;
    await this.portal.until(
      `The fault in ${this.name}`,
      async () => {
        const faults = await this.sandbox.faults();
        const task = await this.portal.task(this.id);
        if (task.status === 'completed') {
          throw new Error(`it ended without having met the fault`);
        }
        return faults.some(fault => fault.id === id && fault.hits > 0);
      },
      REACH_SECONDS,
    );
  }

  /** Takes the faults away. */
  async calm() {
    for (const { id } of this.#faults.splice(0)) {
      await this.sandbox.removeFault(id);
    }
  }

  cancel() {
    return this.portal.cancel(this.id, this.kit.as);
  }

  /** Waits until a clean-up has tried and failed. */
  async refusedToCleanUp() {
    await this.portal.until(
      `A clean-up of ${this.name} that is refused`,
      async () => {
        const { cleanup, rows } = await this.portal.ledger(this.id);
        return (
          (cleanup?.attempts > 0 && cleanup.state === 'pending') ||
          (!cleanup && rows.every(row => !row.remover))
        );
      },
      REACH_SECONDS,
    );
  }

  /** How it ended, how long it took, and what is there too much or too little of compared with `wanted`. */
  async end(wanted) {
    const { status } = await this.portal.ended(this.id, END_SECONDS);
    const { cleanup } = await this.portal.ledger(this.id);
    const ended = status === 'completed' ? status : cleanup?.reason ?? status;
    const { left, found } = await settledDifference(
      ended === 'completed' ? wanted : [],
      async () => ofFlow(await listObjects(this), this.name),
    );
    const seconds = Math.round((Date.now() - this.startedAt) / 1000);
    return { ended, seconds, left, objects: found.length };
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
