import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppFrame } from './AppFrame';

describe('AppFrame', () => {
  it('leads from the first stop past the navigation into the content', async () => {
    render(<AppFrame navigation={<nav>places</nav>} content={<p>page</p>} />);
    await userEvent.tab();
    const skip = screen.getByRole('link', { name: 'Skip to content' });
    expect(skip).toHaveFocus();
    expect(skip).toHaveAttribute('href', '#content');
    await userEvent.keyboard('{Enter}');
    const main = screen.getByRole('main');
    expect(main).toHaveFocus();
    expect(main).toHaveAttribute('id', 'content');
    expect(main).toHaveTextContent('page');
    expect(main).not.toHaveTextContent('places');
  });

  it('stays the one main landmark when a page brings its own, also later', async () => {
    const frame = (content: JSX.Element) => (
      <AppFrame navigation={<nav />} content={content} />
    );
    const { rerender } = render(frame(<main>first</main>));
    expect(screen.getAllByRole('main')).toHaveLength(1);
    rerender(
      frame(
        <section>
          <main>second</main>
        </section>,
      ),
    );
    await waitFor(() => expect(screen.getAllByRole('main')).toHaveLength(1));
    expect(screen.getByRole('main')).toHaveTextContent('second');
  });
});
