import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  scaffolderApiRef,
  type ScaffolderApi,
} from '@backstage/plugin-scaffolder-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CreateGate } from './CreateGate';

// Its answers are cached between tests, so what it answers is given here.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const getTemplateParameterSchema = jest.fn();

/** What the scaffolder's client throws for an answer that is an error. */
function answer(name: string, message: string) {
  const cause = Object.assign(new Error(message), { name });
  return Object.assign(new Error('Request failed'), { cause });
}

function show(path: string, allowed: boolean) {
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  const scaffolderApi = { getTemplateParameterSchema };
  renderInTestApp(<CreateGate>the templates</CreateGate>, {
    initialRouteEntries: [path],
    apis: [
      [catalogApiRef, catalogApiMock()],
      [scaffolderApiRef, scaffolderApi as unknown as ScaffolderApi],
    ],
  });
}

const FORM = '/create/templates/default/user-onboarding';
const REFUSAL =
  'There is no template user-onboarding, or it is not yours to run';

describe('CreateGate', () => {
  beforeEach(() => getTemplateParameterSchema.mockReset());

  it('shows the form of a template to who may run it', async () => {
    getTemplateParameterSchema.mockResolvedValue({ title: '', steps: [] });
    show(FORM, true);
    expect(await screen.findByText('the templates')).toBeInTheDocument();
    expect(getTemplateParameterSchema).toHaveBeenCalledWith(
      'template:default/user-onboarding',
    );
  });

  it.each([true, false])(
    'names the template that is not to be run, who one is and whom to ask (may run others: %s)',
    async mayOthers => {
      getTemplateParameterSchema.mockRejectedValue(
        answer('NotFoundError', 'Template not found'),
      );
      show(FORM, mayOthers);
      expect(await screen.findByText(REFUSAL)).toBeInTheDocument();
      expect(
        await screen.findByText(/signed in as .*ask the platform team/),
      ).toBeInTheDocument();
      expect(screen.queryByText('the templates')).not.toBeInTheDocument();
    },
  );

  it('does not call a template missing that could not be read', async () => {
    getTemplateParameterSchema.mockRejectedValueOnce(
      answer('ServiceUnavailableError', 'The database is away'),
    );
    getTemplateParameterSchema.mockResolvedValue({ title: '', steps: [] });
    show(FORM, true);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(screen.queryByText(REFUSAL)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('the templates')).toBeInTheDocument();
  });

  it('says in the list why there is nothing to start', async () => {
    show('/create/templates', false);
    expect(
      await screen.findByText('There is no template that you may run'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/in no group yet.*platform team/),
    ).toBeInTheDocument();
    expect(screen.queryByText('the templates')).not.toBeInTheDocument();
  });

  it('lists the templates of whoever may run some', async () => {
    show('/create/templates', true);
    expect(await screen.findByText('the templates')).toBeInTheDocument();
  });
});
