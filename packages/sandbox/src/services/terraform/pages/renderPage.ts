/** Makes text safe to stand in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 64rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid #8884; }
pre { background: #8881; padding: 1rem; overflow: auto; font: 13px/1.45 ui-monospace, monospace; white-space: pre-wrap; }
.notice { border-left: 4px solid #0a7d8c; padding: .4rem 1rem; background: #0a7d8c18; }
code { font: 13px ui-monospace, monospace; }`;

/** A plain page that says what it is: simulated. `body` is HTML. */
export function renderPage(options: {
  title: string;
  body: string;
  refresh?: boolean;
}): string {
  const { title, body, refresh } = options;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? '<meta http-equiv="refresh" content="2">' : ''}<title>${escapeHtml(
    title,
  )} · HCP Terraform (sandbox)</title><style>${STYLE}</style></head>
<body><p class="notice">Sandbox: this stands in for HCP Terraform. Nothing is provisioned; runs are simulated.</p>${body}</body></html>`;
}

/** A table; cells are HTML. */
export function renderTable(head: string[], rows: string[][]): string {
  const cells = (tag: string, row: string[]) =>
    row.map(cell => `<${tag}>${cell}</${tag}>`).join('');
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows
    .map(row => `<tr>${cells('td', row)}</tr>`)
    .join('')}</tbody></table>`;
}
