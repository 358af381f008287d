import { useTranslation } from 'react-i18next';
import type { ConcernWay } from '#api/contract/concerns.ts';
import { useReader } from '../parts/Frame.tsx';
import { namesIn } from '../parts/names.ts';
import { Card, Points, usePageStyles } from '../parts/Page.tsx';
import { ChatButton } from './ChatButton.tsx';

/** Nobody would read what is written here: said before a word is written, with whom to turn to instead. */
export function Nobody({ way }: { way: ConcernWay | undefined }) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const page = usePageStyles();
  if (!way)
    return (
      <Card>
        <p className={page.text}>{t('concern.noProgramme')}</p>
      </Card>
    );
  const { contacts, champions, cohortName: cohort } = way;
  const names = namesIn(locale, champions);
  return (
    <Card title={t(contacts.length > 0 ? 'concern.unreachedTitle' : 'concern.nobodyTitle')}>
      <p className={page.text}>
        {t(contacts.length > 0 ? 'concern.unreached' : 'concern.nobody', { cohort })}
      </p>
      {contacts.map(({ person, name, firstName, mail }) => (
        <div key={person} className={page.actions}>
          <span className={page.strong}>{name}</span>
          <span className={page.quiet}>{mail}</span>
          <ChatButton name={firstName} mail={mail} />
        </div>
      ))}
      <Points
        points={[
          ...(names ? [t('concern.instead.runs', { names, cohort, count: champions.length })] : []),
          t('concern.instead.own'),
          t('concern.urgent'),
        ]}
      />
    </Card>
  );
}
