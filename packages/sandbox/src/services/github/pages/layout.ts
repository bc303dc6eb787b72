import type { Conclusion, Status } from '../model';
import type { Request } from 'express';
import { html, Html } from '../../../kit';
import { fullName, type GithubState } from '../GithubState';

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
form { margin: .75rem 0; } label, legend { display: block; font-weight: 600; } fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 1rem; }
input:not([type=checkbox]), textarea, select { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .6rem; width: 100%; box-sizing: border-box; }
.field { margin-bottom: 1rem; } .field p { margin: 0 0 .25rem; } .choice { font-weight: 400; } .row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; } .row select, .row input { width: auto; }
button { font: inherit; font-weight: 600; padding: .35rem .9rem; border-radius: 6px; border: 1px solid var(--line); background: var(--soft); color: inherit; cursor: pointer; } button.primary { background: light-dark(#1f7a35, #238636); border-color: transparent; color: #fff; }
.alert { border: 1px solid light-dark(#cf222e, #f85149); border-radius: 6px; padding: .5rem .75rem; }
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
      html`${index > 0 && ' / '}<a href="${href}">${text}</a>`,
  );
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${new Html(STYLE)}
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
    </html>`.toString();
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

/** Rows as a table; `none` in place of an empty one. */
export function table(rows: Html[], none = html`<p class="quiet">None.</p>`) {
  return rows.length
    ? html`<table>
        ${rows}
      </table>`
    : none;
}

/** A row with these cells. */
export function row(...cells: (Html | string)[]): Html {
  return html`<tr>
    ${cells.map(cell => html`<td>${cell}</td>`)}
  </tr>`;
}

/** What is less important. */
export function quiet(content: Html | string): Html {
  return html`<span class="quiet">${content}</span>`;
}

/**
 * The repository of a page with `:owner/:repo`, and the trail that leads to it.
 *
 * @throws GithubError 404
 */
export function repositoryAt(state: GithubState, request: Request) {
  const { owner, repo } = request.params;
  const repository = state.repository(owner, repo);
  const full = fullName(repository);
  const crumbs: Crumb[] = [
    { text: repository.owner, href: `/${repository.owner}` },
    { text: repository.name, href: `/${full}` },
  ];
  return { repository, full, crumbs };
}
