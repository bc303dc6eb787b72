import type { Entity } from '@backstage/catalog-model';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  argoCDApiRef,
  type ArgoCDApi,
} from '@roadiehq/backstage-plugin-argo-cd';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApplicationDocument } from './Application';
import plugin from './plugin';

const REVISION = '0f87988eea8995223a8d86097a53ca80364e484b';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'argocd/app-selector': 'app=orders' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'commerce' },
};

const production: ApplicationDocument = {
  metadata: { name: 'orders-production', namespace: 'argocd' },
  status: {
    sync: { status: 'Synced', revision: REVISION },
    health: { status: 'Healthy' },
    summary: { images: ['ghcr.io/mini-org/orders:v1.42.0'] },
    history: [
      {
        id: 0,
        revision: REVISION,
        deployStartedAt: '2026-11-04T18:26:53Z',
        deployedAt: '2026-11-04T18:27:34Z',
        initiatedBy: { automated: true },
      },
    ],
  },
};
const dev: ApplicationDocument = {
  metadata: { name: 'orders-dev', namespace: 'argocd' },
  status: {
    sync: { status: 'Unknown' },
    health: { status: 'Missing' },
    conditions: [
      { type: 'ComparisonError', message: 'deployment.yaml: bad indentation' },
    ],
  },
};

function show(
  extension: 'card' | 'tab',
  api: Partial<ArgoCDApi>,
  shown: Entity = entity,
) {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: shown }),
      plugin.getExtension(
        extension === 'card'
          ? 'entity-card:argocd-environments/environments'
          : 'entity-content:argocd-environments/deployments',
      ),
    ],
    apis: [[argoCDApiRef, api as ArgoCDApi]],
  });
}

const listing = (...items: ApplicationDocument[]) =>
  (async () => ({ items })) as unknown as ArgoCDApi['listApps'];

describe('the environments', () => {
  it('shows what runs where, production first, with the reason of what is wrong', async () => {
    show('card', { listApps: listing(dev, production) });
    const table = await screen.findByRole('table', { name: 'Environments' });
    const [, first, second, reason] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('production');
    expect(first).toHaveTextContent('0f87988 v1.42.0');
    expect(first).toHaveTextContent('Synced');
    expect(first).toHaveTextContent('Healthy');
    expect(first).toHaveTextContent('ago');
    expect(second).toHaveTextContent(/^devunknown.*UnknownMissingnever$/);
    expect(reason).toHaveTextContent('deployment.yaml: bad indentation');
  });

  it.each([
    ['failed to fetch data, status 503: Service Unavailable', /answered 503/],
    ['failed to fetch data, status 401: Unauthorized', /token was refused/],
    ['Failed to fetch', /Failed to fetch/],
  ])('explains "%s" and tries again on demand', async (message, words) => {
    const listApps = jest
      .fn()
      .mockRejectedValueOnce(new Error(message))
      .mockImplementation(listing(production));
    show('card', { listApps });
    expect(
      await screen.findByText('Unknown: Argo CD unreachable.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(words);
    expect(
      screen.getByRole('link', { name: 'Status of sources' }),
    ).toHaveAttribute('href', '/sources#argocd');
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('production')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('says which applications it looked for when there are none', async () => {
    show('card', { listApps: listing() });
    expect(
      await screen.findByText('No application in Argo CD matches app=orders.'),
    ).toBeInTheDocument();
  });

  it('gives the lines to add where nothing is linked', async () => {
    const { annotations, ...metadata } = entity.metadata;
    const user = userEvent.setup();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    show('card', {}, { ...entity, metadata });
    expect(
      await screen.findByText(/argocd\/app-selector: app=orders/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(
      await screen.findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
    expect(copied).toHaveBeenCalledWith(
      'metadata:\n  annotations:\n    argocd/app-selector: app=orders',
    );
  });

  it('asks for the one application that is named', async () => {
    const getAppDetails = jest.fn().mockResolvedValue(production);
    const annotations = { 'argocd/app-name': 'orders-production' };
    show(
      'card',
      { getAppDetails },
      { ...entity, metadata: { ...entity.metadata, annotations } },
    );
    expect(await screen.findByText('production')).toBeInTheDocument();
    expect(getAppDetails).toHaveBeenCalledWith(
      expect.objectContaining({ appName: 'orders-production' }),
    );
  });
});

describe('the Argo CD tab', () => {
  it('shows each deployment with its commit, who started it and how long it took', async () => {
    show('tab', {
      listApps: listing(production),
      getRevisionDetails: async () => ({
        author: 'Lena Fischer <lena@mini-org.example>',
        date: undefined,
        message: 'Add carts\n\nbecause',
      }),
    });
    const table = await screen.findByRole('table', { name: 'Deployments' });
    expect(await within(table).findByText('Add carts')).toBeInTheDocument();
    expect(within(table).getByText('Lena Fischer')).toBeInTheDocument();
    expect(within(table).getByText('automated')).toBeInTheDocument();
    expect(within(table).getByText('41 s')).toBeInTheDocument();
  });

  it('keeps a deployment whose commit Argo CD cannot tell', async () => {
    show('tab', {
      listApps: listing(production),
      getRevisionDetails: async () => {
        throw new Error('revision must be resolved');
      },
    });
    const table = await screen.findByRole('table', { name: 'Deployments' });
    expect(await within(table).findByText(/did not say/)).toBeInTheDocument();
    expect(within(table).getByText('0f87988')).toBeInTheDocument();
  });
});
