import { ErrorState, TextLink } from '@portico/ui';
import { Component, type ReactNode } from 'react';

interface State {
  error?: Error;
}

/** Keeps a drawing that fails from taking the page with it; new data give it another chance. */
export class DrawingBoundary extends Component<
  { url: string; of: object; children: ReactNode },
  State
> {
  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  state: State = {};

  componentDidUpdate(before: { of: object }) {
    if (before.of !== this.props.of && this.state.error) {
      this.setState({ error: undefined });
    }
  }

  render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorState
        what="The panel could not be drawn"
        why={`${error.message}. Reload the page, or look at it in Grafana.`}
        action={<TextLink to={this.props.url}>Open in Grafana</TextLink>}
      />
    );
  }
}
