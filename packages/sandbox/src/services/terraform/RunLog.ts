import type { TerraformState } from './TerraformState';

const START = '\u0002';
const END = '\u0003';

/** Says in every log what the reader must know. */
export const NOTICE = 'Sandbox: nothing is provisioned; this run is simulated.';

/** Writes one plan's or apply's log, framed by STX and ETX as HCP Terraform frames it. */
export class RunLog {
  readonly #state: TerraformState;
  readonly #token: string;
  readonly #structured: boolean;

  /** @param structured true for Terraform's machine-readable lines, false for its prose */
  constructor(state: TerraformState, token: string, structured: boolean) {
    this.#state = state;
    this.#token = token;
    this.#structured = structured;
  }

  begin(terraformVersion: string): void {
    const header = [
      NOTICE,
      `Terraform v${terraformVersion}`,
      'on linux_amd64',
      'Initializing plugins and modules...',
    ];
    this.#state.logs.put(this.#token, {
      text: `${START}${header.join('\n')}\n`,
      ended: false,
    });
    if (this.#structured)
      this.#append([
        line({
          '@message': `Terraform ${terraformVersion}`,
          type: 'version',
          terraform: terraformVersion,
          ui: '1.2',
        }),
      ]);
  }

  /** Lines for a person and for a machine; the workspace chose which of them are written. */
  write(plain: string[], structured: object[]): void {
    this.#append(this.#structured ? structured.map(line) : plain);
  }

  /** A line that both kinds of log hold as it is. */
  note(text: string): void {
    this.#append([text]);
  }

  end(): void {
    this.#change(log => ({ text: log.text + END, ended: true }));
  }

  #append(lines: string[]): void {
    if (lines.length > 0)
      this.#change(log => ({
        ...log,
        text: `${log.text}${lines.join('\n')}\n`,
      }));
  }

  #change(
    change: (log: { text: string; ended: boolean }) => {
      text: string;
      ended: boolean;
    },
  ): void {
    const log = this.#state.logs.get(this.#token);
    if (log && !log.ended) this.#state.logs.put(this.#token, change(log));
  }
}

function line(message: object): string {
  return JSON.stringify({
    '@level': 'info',
    '@module': 'terraform.ui',
    '@timestamp': new Date().toISOString(),
    ...message,
  });
}
