import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The table of cases, as Markdown. */
export class Report {
  #rows = [];
  #order;

  /** `kits`: in the order of their steps the table stands. */
  constructor(kits) {
    this.#order = kits.flatMap(({ template, steps }) =>
      steps.map(({ id }) => `${template} ${id}`),
    );
  }

  /** `left`: the lines of what is there too much or too little of. */
  add({ template, step, fault, ended, seconds, objects, left, ok }) {
    const state =
      left.length === 0
        ? `${objects}, as wanted`
        : left.map(line => `\`${line}\``).join('<br>');
    this.#rows.push({
      ok,
      place: this.#order.indexOf(`${template} ${step}`),
      cells: [
        template,
        step,
        fault,
        ended,
        seconds,
        state,
        ok ? 'ok' : 'FAILED',
      ],
    });
  }

  text() {
    const lines = [
      ['template', 'step', 'fault', 'ended', 'seconds', 'objects left', ''],
      ['---', '---', '---', '---', '---:', '---', '---'],
      ...this.#rows
        .toSorted((a, b) => a.place - b.place)
        .map(({ cells }) => cells),
    ].map(cells => `| ${cells.join(' | ')} |`);
    const passed = this.#rows.filter(({ ok }) => ok).length;
    return `${lines.join('\n')}\n\n${passed} of ${
      this.#rows.length
    } cases ended as they should\n`;
  }

  write(file) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, this.text());
  }
}
