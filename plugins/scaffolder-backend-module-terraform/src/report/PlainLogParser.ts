import type {
  ApplyAction,
  ResourceAction,
  TerraformEvent,
} from './TerraformEvent';

const PLANNED =
  /^\s*# (\S.*?) (will be created|will be updated in-place|will be destroyed|must be replaced|will be read during apply)/;
const PLANNED_ACTIONS: Record<string, ResourceAction> = {
  'will be created': 'create',
  'will be updated in-place': 'update',
  'will be destroyed': 'delete',
  'must be replaced': 'replace',
  'will be read during apply': 'read',
};
const SUMMARY =
  /^Plan: (?:\d+ to import, )?(\d+) to add, (\d+) to change, (\d+) to destroy\./;
const START = /^(\S.*?): (Creating|Modifying|Destroying)\.\.\./;
const PROGRESS =
  /^(\S.*?): Still (creating|modifying|destroying)\.\.\. \[(?:.*?, )?(?:(\d+)m)?(\d+)s elapsed/;
const COMPLETE =
  /^(\S.*?): (Creation|Modifications|Destruction) complete after (?:(\d+)m)?(\d+)s(?: \[id=(.*)\])?/;
const VERBS: Record<string, ApplyAction> = {
  creating: 'create',
  creation: 'create',
  modifying: 'update',
  modifications: 'update',
  destroying: 'delete',
  destruction: 'delete',
};
const NOTE =
  /^(?:Sandbox: |Terraform v|OpenTofu v|Operation failed|Apply complete|Interrupt received|Run canceled)/;

/** Reads Terraform's prose, of which errors take several lines. */
export class PlainLogParser {
  #frame: string[] | undefined;

  /** @param line one line without colours */
  parse(line: string): TerraformEvent | undefined {
    if (line.startsWith('╷')) {
      this.#frame = [];
      return undefined;
    }
    if (this.#frame) {
      if (!line.startsWith('╵')) {
        this.#frame.push(line.replace(/^│ ?/, ''));
        return undefined;
      }
      const event = readFrame(this.#frame);
      this.#frame = undefined;
      return event;
    }
    const planned = PLANNED.exec(line);
    if (planned)
      return {
        type: 'planned',
        address: planned[1],
        action: PLANNED_ACTIONS[planned[2]],
      };
    const summary = SUMMARY.exec(line);
    if (summary) {
      const [add, change, destroy] = summary.slice(1).map(Number);
      return { type: 'summary', changes: { add, change, destroy } };
    }
    const start = START.exec(line);
    if (start)
      return {
        type: 'start',
        address: start[1],
        action: VERBS[start[2].toLowerCase()],
      };
    const progress = PROGRESS.exec(line);
    if (progress)
      return {
        type: 'progress',
        address: progress[1],
        action: VERBS[progress[2]],
        seconds: seconds(progress[3], progress[4]),
      };
    const complete = COMPLETE.exec(line);
    if (complete) {
      return {
        type: 'complete',
        address: complete[1],
        action: VERBS[complete[2].toLowerCase()],
        seconds: seconds(complete[3], complete[4]),
        id: complete[5],
      };
    }
    return NOTE.test(line) ? { type: 'note', text: line } : undefined;
  }
}

/** The lines of a frame: `Error: summary`, `on main.tf line 2, in …:`, the code, the explanation. */
function readFrame(lines: string[]): TerraformEvent | undefined {
  const [first = '', ...rest] = lines.map(line => line.trim()).filter(Boolean);
  const heading = /^(Error|Warning): (.*)$/.exec(first);
  if (!heading) return undefined;
  const place = rest
    .map(line => /^on (\S+) line (\d+)/.exec(line))
    .find(Boolean);
  const detail = rest
    .filter(line => !/^on \S+ line \d+|^\d+: /.test(line))
    .join(' ');
  return {
    type: 'diagnostic',
    severity: heading[1] === 'Error' ? 'error' : 'warning',
    text: `${place ? `${place[1]}:${place[2]}: ` : ''}${heading[2]}${
      detail ? `. ${detail}` : ''
    }`,
  };
}

function seconds(minutes: string | undefined, rest: string): number {
  return Number(minutes ?? 0) * 60 + Number(rest);
}
