import { useTranslation } from 'react-i18next';
import type { OwnWords } from '#api/contract/agreement.ts';
import { useOwnWords } from '../api/agreement.ts';
import { useDates } from '../parts/dates.ts';
import { Card, usePageStyles } from '../parts/Page.tsx';
import { Ready } from '../parts/Ready.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';

/** What the reader wrote in a pair themselves: theirs alone, where its space is closed or has ended. */
export function Mine({ pair }: { pair: string }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const query = useOwnWords(pair);
  return (
    <Card title={t('closed.mine')}>
      <p className={page.quiet}>{t('closed.mineLead')}</p>
      <Ready query={query}>{({ words }) => <List words={words} />}</Ready>
      <SeenBy who={t('closed.seen')} />
    </Card>
  );
}

function List({ words }: OwnWords) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const dates = useDates();
  if (words.length === 0) return <p className={page.text}>{t('closed.none')}</p>;
  return (
    <ul className={page.list}>
      {words.map(({ kind, text, at }) => (
        <li key={`${kind} ${at} ${text}`}>
          {text}
          <p className={page.quiet}>
            {t(`closed.kind.${kind}`)} · {dates.day(at)}
          </p>
        </li>
      ))}
    </ul>
  );
}
