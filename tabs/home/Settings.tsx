import { Switch } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useSaveSettings } from '../api/me.ts';
import { Card, Page, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import { useSentence } from '../parts/sentence.ts';

/** What may reach somebody, and who sees what. */
export function Settings({ me }: { me: Me }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const sentenceOf = useSentence();
  const save = useSaveSettings();
  const muted = save.isPending ? save.variables : me.newsMuted;
  return (
    <Page title={t('settings.title')}>
      <Card>
        <Switch
          label={t('settings.news')}
          checked={!muted}
          onChange={(_, { checked }) => save.mutate(!checked)}
        />
        <p className={page.quiet}>{t('settings.newsHint')}</p>
        <p className={`${page.quiet} ${page.said}`} role="status">
          {save.isSuccess ? t('settings.saved') : ''}
        </p>
        <Trouble text={save.isError ? sentenceOf(save.error) : ''} />
      </Card>
      <Card title={t('settings.whoTitle')}>
        <Points points={t('settings.who', { returnObjects: true }) as string[]} />
      </Card>
      <p className={page.quiet}>{t('settings.timeZone', { timeZone: me.timeZone })}</p>
    </Page>
  );
}
