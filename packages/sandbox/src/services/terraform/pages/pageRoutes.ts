import Router from 'express-promise-router';
import { ApiError } from '../jsonApi';
import { planSummary } from '../plan/renderPlan';
import { FINAL } from '../runActions';
import type { TerraformContext } from '../routes/TerraformContext';
import type { Run } from '../types';
import { escapeHtml, renderPage, renderTable } from './renderPage';

/** The pages to which the portal's links lead. They show what the API shows and take no input. */
export function pageRoutes({ state }: TerraformContext) {
  const base = `/app/${state.organization}/workspaces`;
  const workspaceLink = (name: string) =>
    `<a href="${base}/${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  const router = Router();

  router.get(base, (_, response) => {
    const rows = state.workspaces
      .list()
      .map(workspace => [
        workspaceLink(workspace.name),
        escapeHtml(
          state.runs.get(workspace.currentRunId ?? '')?.status ?? 'no runs',
        ),
        String(state.currentState(workspace.id)?.resources.length ?? 0),
        escapeHtml(workspace.tagNames.join(', ')),
      ]);
    response.send(
      renderPage({
        title: 'Workspaces',
        body: `<h1>Workspaces of ${escapeHtml(
          state.organization,
        )}</h1>${renderTable(
          ['Name', 'Current run', 'Resources', 'Tags'],
          rows,
        )}`,
      }),
    );
  });

  router.get(`${base}/:name`, (request, response) => {
    const workspace = state.workspaceNamed(request.params.name);
    if (!workspace) throw ApiError.notFound();
    const version = state.currentState(workspace.id);
    const runs = state.runsOf(workspace.id);
    const body = [
      `<p><a href="${base}">Workspaces</a></p><h1>${escapeHtml(
        workspace.name,
      )}</h1><p>${escapeHtml(workspace.description ?? '')}</p>`,
      `<h2>Runs</h2>${renderTable(
        ['Run', 'Message', 'Status', 'Created'],
        runs.map(run => [
          `<a href="${base}/${workspace.name}/runs/${run.id}">${run.id}</a>`,
          escapeHtml(run.message),
          run.status,
          run.createdAt,
        ]),
      )}`,
      `<h2>Resources</h2>${renderTable(
        ['Address', 'Id'],
        (version?.resources ?? []).map(r => [
          `<code>${escapeHtml(r.address)}</code>`,
          `<code>${escapeHtml(String(r.attributes.id ?? ''))}</code>`,
        ]),
      )}`,
      `<h2>Outputs</h2>${renderTable(
        ['Name', 'Value'],
        (version?.outputs ?? []).map(o => [
          escapeHtml(o.name),
          o.sensitive
            ? 'sensitive'
            : `<code>${escapeHtml(JSON.stringify(o.value))}</code>`,
        ]),
      )}`,
    ];
    response.send(renderPage({ title: workspace.name, body: body.join('') }));
  });

  router.get(`${base}/:name/runs/:id`, (request, response) => {
    const run = state.runs.get(request.params.id);
    const workspace = state.workspaceNamed(request.params.name);
    if (!run || run.workspaceId !== workspace?.id) throw ApiError.notFound();
    const body = [
      `<p>${workspaceLink(workspace.name)}</p><h1>${escapeHtml(
        run.message,
      )}</h1>`,
      `<p><code>${run.id}</code> is <strong>${run.status.replaceAll(
        '_',
        ' ',
      )}</strong>, created ${run.createdAt}.</p>`,
      run.planResult ? `<p>${planSummary(run.planResult)}</p>${cost(run)}` : '',
      `<h2>Plan</h2><pre>${log(run.planLogToken)}</pre>`,
      run.statusTimestamps['applying-at']
        ? `<h2>Apply</h2><pre>${log(run.applyLogToken)}</pre>`
        : '',
    ];
    response.send(
      renderPage({
        title: run.id,
        body: body.join(''),
        refresh: !FINAL.includes(run.status),
      }),
    );
  });

  function log(token: string): string {
    const text = state.logs.get(token)?.text ?? 'Not started.';
    return escapeHtml(text.split('\n').map(readable).join('\n'));
  }
  return router;
}

function cost({ costEstimate }: Run): string {
  if (!costEstimate) return '';
  const { prior, proposed, matched, unmatched } = costEstimate;
  const rows = matched.map(r => [
    `<code>${escapeHtml(r.address)}</code>`,
    r.prior.toFixed(2),
    r.proposed.toFixed(2),
  ]);
  return `<h2>Cost estimate</h2><p>${prior.toFixed(2)} → ${proposed.toFixed(
    2,
  )} USD a month, estimated from the sandbox's price table; ${
    unmatched.length
  } resources have no price.</p>${renderTable(
    ['Resource', 'Before', 'After'],
    rows,
  )}`;
}

/** A log line without colours and framing; the message alone of a machine-readable one. */
function readable(line: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = line.replace(/\u001b\[\d+m|[\u0002\u0003]/g, '');
  if (!plain.startsWith('{"@')) return plain;
  const { '@message': message, diagnostic } = JSON.parse(plain);
  if (!diagnostic) return message;
  const where = diagnostic.range
    ? ` (${diagnostic.range.filename}:${diagnostic.range.start.line})`
    : '';
  return `${message}${where}\n${diagnostic.detail}`;
}
