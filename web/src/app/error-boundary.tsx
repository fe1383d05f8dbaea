import { Component, type ComponentChildren } from 'preact';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';

interface Props {
  /** Forgets the error when it changes: another page is another chance. */
  readonly place: string;
  readonly children: ComponentChildren;
}

interface State {
  readonly failed: boolean;
}

/** What is left when a page is broken: a sentence and a way out, never a blank screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static override getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: false });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice
        tone="error"
        title="Cette page a rencontré une erreur."
        actions={
          <Button icon="retry" onClick={() => location.reload()}>
            Recharger
          </Button>
        }
      >
        <p>Ce qui était enregistré l’est toujours, et ce que vous avez saisi est gardé.</p>
      </Notice>
    );
  }
}
