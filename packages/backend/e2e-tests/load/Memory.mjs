import { execFileSync } from 'node:child_process';

/** Watches how much memory a process holds, in MB (resident set size). */
export class Memory {
  #pid;
  #timer;
  peak = 0;

  constructor(pid) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.now(), 1000);
  }

  now() {
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', this.#pid]);
    const megabytes = Math.round(Number(kilobytes) / 1024);
    this.peak = Math.max(this.peak, megabytes);
    return megabytes;
  }

  end() {
    clearInterval(this.#timer);
  }
}
