import { Button } from '@fluentui/react-components';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { readIn } from './api/call.ts';
import { Frame } from './parts/Frame.tsx';
import { Notice, Waiting } from './parts/Notice.tsx';
import { type Client, connect, isInFrame, tellReady } from './teams.ts';
import { sayIn, startWords } from './words.ts';

/** Until then Teams shows its own picture of loading. */
const QUIET_MS = 3_000;
const SLOW_MS = 10_000;

/** Shown when the page is opened outside Teams. */
function Outside() {
  const { t } = useTranslation('panel');
  return <Notice title={t('outside.title')} text={t('outside.text')} />;
}

/** Shown while the Teams client does not answer; when it does, the page goes on by itself. */
function Slow() {
  const { t } = useTranslation('panel');
  return (
    <div role="status">
      <Notice title={t('slow.title')} text={t('slow.text')}>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {t('trouble.retry')}
        </Button>
      </Notice>
    </div>
  );
}

/**
 * Starts one page inside Teams: hands over what the client says, however late that is. Outside Teams it says kindly
 * that Teams is missing.
 */
export async function start(catalogues: Record<string, object>, page: (client: Client) => ReactNode) {
  startWords(catalogues);
  void sayIn(navigator.language);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const show = (shown: ReactNode, client?: Client) =>
    root.render(
      <StrictMode>
        <Frame key={client ? 'inside' : 'before'} {...(client ? { client } : {})}>
          {shown}
        </Frame>
      </StrictMode>,
    );
  const said = [setTimeout(() => show(<Waiting />), QUIET_MS), setTimeout(() => show(<Slow />), SLOW_MS)];
  const client = await connect().catch(() => undefined);
  said.forEach(clearTimeout);
  if (!client) return show(isInFrame() ? <Slow /> : <Outside />);
  const reader = { ...client, locale: await sayIn(client.locale) };
  readIn(reader.locale);
  show(page(reader), reader);
  tellReady();
}
