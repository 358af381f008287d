import { Button } from '@fluentui/react-components';
import { Card, Trouble, usePageStyles } from './Page.tsx';

interface SureProps {
  title: string;
  text: string;
  yes: string;
  no: string;
  busy: boolean;
  trouble: string;
  onYes(): void;
  onNo(): void;
}

/** Asks once more before something that cannot be taken back. The harmless answer has the focus. */
export function Sure({ title, text, yes, no, busy, trouble, onYes, onNo }: SureProps) {
  const page = usePageStyles();
  return (
    <Card title={title}>
      <p className={page.text}>{text}</p>
      <div className={page.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button autoFocus disabledFocusable={busy} onClick={onNo}>
          {no}
        </Button>
      </div>
      <Trouble text={trouble} />
    </Card>
  );
}
