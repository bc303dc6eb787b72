import { appThemeApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PorticoTheme } from './PorticoTheme';

describe('PorticoTheme', () => {
  let chosen: string | undefined;
  const themeApi = {
    getInstalledThemes: () => [],
    activeThemeId$: () => {
      throw new Error('not asked');
    },
    getActiveThemeId: () => chosen,
    setActiveThemeId: () => {},
  };
  const page = () => (
    <TestApiProvider apis={[[appThemeApiRef, themeApi]]}>
      <PorticoTheme>
        <input aria-label="Reason" />
      </PorticoTheme>
    </TestApiProvider>
  );

  it('keeps what is filled into a form when light turns to dark', async () => {
    chosen = 'light';
    const { rerender } = render(page());
    await userEvent.type(screen.getByLabelText('Reason'), 'Refunds wait.');
    expect(document.body).toHaveAttribute('data-theme-mode', 'light');

    chosen = 'dark';
    rerender(page());
    expect(document.body).toHaveAttribute('data-theme-mode', 'dark');
    expect(screen.getByLabelText('Reason')).toHaveValue('Refunds wait.');
  });

  it('is light where nothing is chosen and the system prefers nothing', () => {
    chosen = undefined;
    render(page());
    expect(document.body).toHaveAttribute('data-theme-mode', 'light');
  });
});
