import { html, renderPage, type Html } from '../../../kit';

/** A page that says what Grafana would show at its address. */
export function grafanaPage(options: { title: string; body: Html }) {
  const { title, body } = options;
  return renderPage({
    title: `${title} - Grafana`,
    body: html`<p><a href="/">Grafana</a></p>
      <h1>${title}</h1>
      <p class="lead">Sandbox: simulated Grafana.</p>
      ${body}`,
  });
}

/** A section of facts by name; left out where there are none. */
export function facts(title: string, rows: [name: string, value: string][]) {
  return (
    rows.length > 0 &&
    html`<section>
      <header><h2>${title}</h2></header>
      <table>
        <tbody>
          ${rows.map(
            ([name, value]) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${value}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>`
  );
}

/** A section that lists links. */
export function links(
  title: string,
  items: { href: string; text: string; more?: string }[],
) {
  return html`<section>
    <header><h2>${title}</h2></header>
    ${items.length === 0
      ? html`<p class="empty">There is none.</p>`
      : html`<table>
          <tbody>
            ${items.map(
              ({ href, text, more }) =>
                html`<tr>
                  <td><a href="${href}">${text}</a></td>
                  <td class="quiet">${more}</td>
                </tr>`,
            )}
          </tbody>
        </table>`}
  </section>`;
}
