import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { readIn } from './api/call.ts';
import { Frame } from './parts/Frame.tsx';
import { Notice } from './parts/Notice.tsx';
import { type Client, connect, tellReady } from './teams.ts';
import { startWords } from './words.ts';

/** Shown when the page is opened outside Teams. */
function Outside() {
  const { t } = useTranslation('panel');
  return <Notice title={t('outside.title')} text={t('outside.text')} />;
}

/** Starts one page inside Teams: hands over what the client says, or says kindly that Teams is missing. */
export async function start(catalogues: Record<string, object>, page: (client: Client) => ReactNode) {
  const client = await connect().catch(() => undefined);
  const locale = client?.locale ?? navigator.language;
  startWords(locale, catalogues);
  readIn(locale);
  const root = createRoot(document.getElementById('root') as HTMLElement);
  root.render(
    <StrictMode>
      {client ? (
        <Frame client={client}>{page(client)}</Frame>
      ) : (
        <Frame>
          <Outside />
        </Frame>
      )}
    </StrictMode>,
  );
  if (client) tellReady();
}
