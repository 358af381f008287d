import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, Reference } from './Notice.tsx';

interface BoundaryProps {
  children: ReactNode;
}

interface Fault {
  error: unknown;
  reference: string;
}

/** Catches what a screen could not draw: a sentence, a way to try again, and a reference that the console has too. */
export class Boundary extends Component<BoundaryProps, { fault?: Fault | undefined }> {
  override state: { fault?: Fault | undefined } = {};

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return { fault: { error, reference: crypto.randomUUID().slice(0, 8) } };
  }

  override componentDidCatch(error: unknown): void {
    // biome-ignore lint/suspicious/noConsole: the only log that a browser has
    console.error(`Turntable could not draw this screen (${this.state.fault?.reference}).`, error);
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return <Broken reference={fault.reference} onRetry={() => this.setState({ fault: undefined })} />;
  }
}

function Broken({ reference, onRetry }: { reference: string; onRetry(): void }) {
  const { t } = useTranslation('panel');
  return (
    <div role="alert">
      <Notice title={t('broken.title')} text={t('broken.text')}>
        <Button appearance="primary" onClick={onRetry}>
          {t('trouble.retry')}
        </Button>
        <Reference reference={reference} />
      </Notice>
    </div>
  );
}
