import type { Conclusion, Status } from '../model';
import { html, type Html } from './html';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dee5, #30363d); --soft: light-dark(#f6f8fa, #161b22); --quiet: light-dark(#57606a, #9198a1); --link: light-dark(#0550ae, #6cb6ff); }
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #e6edf3); }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem; }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.25rem; margin: .5rem 0; } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
table { width: 100%; border-collapse: collapse; border: 1px solid var(--line); }
td, th { padding: .4rem .75rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); } .note { border: 1px solid var(--line); background: var(--soft); border-radius: 6px; padding: .15rem .6rem; font-size: 12px; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow: auto; font: 12px/1.5 ui-monospace, monospace; white-space: pre-wrap; }
code { font: 12px ui-monospace, monospace; } summary { cursor: pointer; padding: .25rem 0; }`;

/** One step of the trail at the top of a page. */
export interface Crumb {
  text: string;
  href: string;
}

/** A whole page: trail, note that this is the sandbox, title and content. */
export function layout(title: string, crumbs: Crumb[], content: Html): string {
  const trail = crumbs.map(
    ({ text, href }, index) =>
      html`${index ? ' / ' : ''}<a href="${href}">${text}</a>`,
  );
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <nav aria-label="Breadcrumb">${trail}</nav>
          <span class="note">Sandbox: simulated GitHub</span>
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.text;
}

const MARKS: Record<Conclusion | Status, string> = {
  success: '✓ Success',
  failure: '✗ Failure',
  cancelled: '⊘ Cancelled',
  skipped: '– Skipped',
  action_required: '! Action required',
  queued: '○ Queued',
  in_progress: '◐ In progress',
  waiting: '⏸ Waiting for approval',
  completed: 'Completed',
};

/** A status in words with a sign, so that colour is not needed. */
export function mark(one: {
  status: Status;
  conclusion: Conclusion | null;
}): string {
  return MARKS[one.conclusion ?? one.status];
}

/** A time as people read it, in UTC. */
export function time(iso: string | null | undefined): Html {
  if (!iso) return html``;
  return html`<time datetime="${iso}"
    >${iso.slice(0, 16).replace('T', ' ')} UTC</time
  >`;
}
