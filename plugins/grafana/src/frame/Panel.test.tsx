import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { noData, p95, p95Data, panel, redView } from '../__testUtils__/orders';
import { backendError, show } from '../__testUtils__/render';
import { FakeScreen } from '../__testUtils__/screen';
import type { GrafanaApi } from '../api/grafanaApiRef';
import { toPng } from '../copy/toPng';
import { DashboardsTab } from '../tab/DashboardsTab';

jest.mock('../panels/registry', () =>
  jest.requireActual('../__testUtils__/fakeRegistry'),
);
jest.mock('../copy/toPng', () => ({ toPng: jest.fn() }));

let page: FakeScreen;
beforeEach(() => {
  page = new FakeScreen();
});

/** Shows the tab with one panel, or with these. */
async function open(
  changes: Partial<GrafanaApi>,
  panels: PanelView[] = [p95],
  search = '',
) {
  show(<DashboardsTab />, {
    search,
    api: { dashboard: async () => ({ ...redView, panels }), ...changes },
  });
  const name = panels[0].title;
  return within(await screen.findByRole('region', { name }));
}

const fails = (name: string, message: string) => async () => {
  throw backendError(name, message);
};

async function choose(item: string) {
  await userEvent.click(
    screen.getByRole('button', { name: 'Menu of p95 by route' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

describe('a panel', () => {
  it.each([
    ['GrafanaUnreachableError', 'Grafana is unreachable'],
    ['GrafanaTimeoutError', 'Grafana did not answer in time'],
    ['GrafanaCredentialError', 'Grafana refuses Portico’s token'],
    ['DashboardNotFoundError', 'The dashboard is no longer there'],
    ['PanelNotFoundError', 'The panel is no longer on the dashboard'],
    ['DatasourceNotFoundError', 'Its data source was removed'],
    ['QueryFailedError', 'The query failed'],
    ['ResultTooLargeError', 'More data than can be drawn'],
    ['RangeRefusedError', 'This range can’t be shown'],
    ['ValueRefusedError', 'A chosen value is not offered'],
    ['RequestRefusedError', 'Portico refused the request'],
    ['TypeError', 'Portico did not answer'],
  ])(
    'tells %s in its own words, with what the backend said',
    async (name, words) => {
      const region = await open({ panel: fails(name, 'Asked for it: 503') });
      expect(await region.findByText(words)).toBeInTheDocument();
      expect(region.getByText(/Asked for it: 503\./)).toBeInTheDocument();
    },
  );

  it('fails alone, and comes back when tried again', async () => {
    let broken = true;
    const region = await open(
      {
        panel: async (_, key) => {
          if (key === '2' && broken) {
            throw backendError('QueryFailedError', 'parse error');
          }
          return p95Data;
        },
      },
      [p95, panel({ id: 3 })],
    );
    const other = within(
      await screen.findByRole('region', { name: 'Panel 3' }),
    );
    expect(await other.findByRole('img')).toBeInTheDocument();
    const retry = await region.findByRole('button', { name: 'Try now' });
    broken = false;
    await userEvent.click(retry);
    expect(await region.findByRole('img')).toBeInTheDocument();
  });

  it('keeps its old picture, with its age, while nothing newer comes', async () => {
    let answer: () => Promise<PanelData> = async () => p95Data;
    const region = await open({ panel: () => answer() });
    await region.findByRole('img');
    answer = fails('GrafanaUnreachableError', 'connect ECONNREFUSED');
    await choose('Reload');
    expect(
      await region.findByText(/^Grafana is unreachable; showing \d\d:02:30\.$/),
    ).toBeInTheDocument();
    expect(region.getByRole('img')).toBeInTheDocument();
  });

  it('shows no old picture once its data source is gone', async () => {
    let answer: () => Promise<PanelData> = async () => p95Data;
    const region = await open({ panel: () => answer() });
    await region.findByRole('img');
    answer = fails('DatasourceNotFoundError', 'uid p1');
    await choose('Reload');
    await region.findByText('Its data source was removed');
    expect(region.queryByRole('img')).not.toBeInTheDocument();
  });

  it('reads nothing before it is seen, and takes back what has left the page', async () => {
    const signals: AbortSignal[] = [];
    page.scroll('p95', 'away');
    await open({
      panel: (_address, _key, _query, signal) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    expect(signals).toHaveLength(0);
    page.scroll('p95', 'back');
    expect(signals).toHaveLength(1);
    page.scroll('p95', 'away');
    expect(signals[0].aborted).toBe(true);
    page.scroll('p95', 'back');
    expect(signals).toHaveLength(2);
  });

  it('tells an empty answer, and looks further back', async () => {
    const region = await open({ panel: async () => noData });
    await region.findByText('No data in this range');
    await userEvent.click(
      region.getByRole('button', { name: 'Look further back' }),
    );
    await waitFor(() => {
      const query = new URLSearchParams(
        screen.getByTestId('address').textContent!,
      );
      expect(Number(query.get('to')) - Number(query.get('from'))).toBe(
        7_200_000,
      );
    });
  });

  it('shows reductions that came without rows, also as a table', async () => {
    const [{ fields }] = p95Data.frames;
    const reduced = { ...fields[1], values: [], calcs: { lastNotNull: 512.5 } };
    const region = await open({
      panel: async () => ({
        ...p95Data,
        frames: [{ length: 0, fields: [reduced] }],
      }),
    });
    await region.findByRole('img');
    await choose('Table');
    expect(
      within(region.getByRole('table')).getByRole('row', {
        name: 'POST /orders 513 ms',
      }),
    ).toBeInTheDocument();
  });

  it('names a query that failed while others answered, and what Grafana adds', async () => {
    const region = await open({
      panel: async () => ({
        ...p95Data,
        failures: [
          { refId: 'B', name: 'QueryFailedError', message: 'bad label' },
        ],
        notices: [{ severity: 'warning', text: '12 of 20 series' }],
      }),
    });
    expect(await region.findByText('Query B failed.')).toBeInTheDocument();
    expect(region.getByText(/bad label/)).toBeInTheDocument();
    await userEvent.hover(region.getByRole('button', { name: 'Notice' }));
    expect(await screen.findByText('12 of 20 series')).toBeInTheDocument();
    expect(region.getByRole('img')).toBeInTheDocument();
  });

  it('gives its numbers as a table, newest first, as it writes them', async () => {
    const region = await open({});
    await region.findByRole('img');
    await choose('Table');
    const rows = within(
      region.getByRole('table', { name: 'p95 by route, numbers' }),
    ).getAllByRole('row');
    expect(rows[0]).toHaveTextContent('TimePOST /orders=cmd()');
    expect(rows[1]).toHaveTextContent(/513 ms344 ms$/);
    expect(rows[3]).toHaveTextContent(/none190 ms$/);
    expect(region.getByText('p95 rose to 513 ms')).toBeInTheDocument();
  });

  it('copies its numbers and its picture, and downloads what can’t be copied', async () => {
    userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    const region = await open({});
    await region.findByRole('img');
    await choose('Copy as CSV');
    await region.findByText('Copied as CSV');
    expect(copied).toHaveBeenCalledWith(expect.stringMatching(/^Time,POST/));

    const download = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockReturnValue();
    URL.createObjectURL = () => 'blob:x';
    URL.revokeObjectURL = () => {};
    (toPng as jest.Mock).mockResolvedValue(new Blob(['png']));
    navigator.clipboard.write = async () => {
      throw new Error('not allowed');
    };
    await choose('Copy as PNG');
    await region.findByText('Downloaded as PNG');
    expect(download.mock.contexts[0]).toMatchObject({
      download: 'p95-by-route.png',
    });
    download.mockRestore();
  });

  it('leads to Grafana, and tells what it shows', async () => {
    const region = await open({});
    await userEvent.click(
      region.getByRole('button', { name: 'Menu of p95 by route' }),
    );
    const menu = within(await screen.findByRole('menu'));
    expect(
      menu.getByRole('menuitem', { name: 'Open in Grafana' }),
    ).toHaveAttribute('href', p95.url);
    expect(menu.getByRole('menuitem', { name: 'Explore' })).toHaveAttribute(
      'href',
      p95.exploreUrl,
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.hover(
      region.getByRole('button', { name: 'About p95 by route' }),
    );
    expect(
      await screen.findByText('Slowest of twenty requests, see the runbook.'),
    ).toBeInTheDocument();
  });

  it('is a link where its kind is drawn nowhere, and says why', async () => {
    const region = await open({}, [
      panel({
        id: 7,
        title: 'Map',
        type: 'geomap',
        drawn: 'link',
        why: 'Maps are not drawn here.',
      }),
    ]);
    expect(region.getByText('Maps are not drawn here.')).toBeInTheDocument();
    expect(
      region.getByRole('link', { name: /Open in Grafana/ }),
    ).toBeInTheDocument();
  });

  it('is a link where the server expects a drawing that this version has not', async () => {
    const region = await open({}, [
      panel({ id: 7, title: 'New', type: 'hologram' }),
    ]);
    expect(
      region.getByText('Hologram: to be seen in Grafana'),
    ).toBeInTheDocument();
  });

  it('is a picture where Grafana renders it', async () => {
    const picture = jest.fn(async () => 'data:image/png;base64,AAAA');
    const region = await open({ picture }, [
      panel({ id: 7, title: 'Map', type: 'geomap', drawn: 'picture' }),
    ]);
    expect(
      await region.findByRole('img', { name: 'Map. Geomap, drawn by Grafana' }),
    ).toHaveAttribute('src', 'data:image/png;base64,AAAA');
    expect(picture).toHaveBeenCalledWith(
      expect.anything(),
      '7',
      { values: {}, theme: 'light', width: 600, height: 200 },
      expect.anything(),
    );
  });

  it('shows a text without asking for anything', async () => {
    const ask = jest.fn();
    const region = await open({ panel: ask }, [
      panel({ id: 7, title: 'Note', type: 'text', html: 'Read me' }),
    ]);
    expect(await region.findByText('Read me')).toBeInTheDocument();
    expect(ask).not.toHaveBeenCalled();
  });

  it('that can’t be drawn leaves the page standing', async () => {
    const quiet = jest.spyOn(console, 'error').mockReturnValue();
    const region = await open({}, [panel({ id: 7, title: 'Broken' }), p95]);
    expect(
      await region.findByText('The panel could not be drawn'),
    ).toBeInTheDocument();
    const other = within(screen.getByRole('region', { name: 'p95 by route' }));
    expect(await other.findByRole('img')).toBeInTheDocument();
    quiet.mockRestore();
  });
});
