import { Button, Field, Link, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/me.ts';
import { useSaveSettings } from '../api/me.ts';
import { useReader } from '../parts/Frame.tsx';
import { Card, Page, Points, Trouble, usePageStyles } from '../parts/Page.tsx';
import type { Place } from '../parts/place.ts';
import { useSentence } from '../parts/sentence.ts';
import { ToConcern } from '../parts/ToConcern.tsx';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS },
  hours: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  hour: { minWidth: '110px' },
});

/** What may reach somebody and when, whether they are named, and who sees what. */
export function Settings({ me, go }: { me: Me; go(place: Place): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const sentenceOf = useSentence();
  const save = useSaveSettings();
  const saveNamed = useSaveSettings();
  const wanted = { ...me, ...(save.isPending && save.variables) };
  return (
    <Page title={t('settings.title')}>
      <Card title={t('settings.reachTitle')}>
        <div>
          <Switch
            label={t('settings.nudges')}
            checked={!wanted.nudgesMuted}
            onChange={(_, { checked }) => save.mutate({ nudgesMuted: !checked })}
          />
          <p className={page.quiet}>{t('settings.nudgesHint')}</p>
        </div>
        <div>
          <Switch
            label={t('settings.news')}
            checked={!wanted.newsMuted}
            onChange={(_, { checked }) => save.mutate({ newsMuted: !checked })}
          />
          <p className={page.quiet}>{t('settings.newsHint')}</p>
        </div>
        <Hours hours={wanted.hours ?? me.hours} onChoose={(hours) => save.mutate({ hours })} />
        <p className={`${page.quiet} ${page.said}`} role="status">
          {save.isSuccess ? t('settings.saved') : ''}
        </p>
        <Trouble text={save.isError ? sentenceOf(save.error) : ''} />
      </Card>
      <Card title={t('settings.namedTitle')}>
        <div>
          <Switch
            label={t('settings.named')}
            checked={saveNamed.isPending ? saveNamed.variables.named === true : me.named}
            onChange={(_, { checked }) => saveNamed.mutate({ named: checked })}
          />
          <p className={page.quiet}>{t('settings.namedHint')}</p>
        </div>
        <p className={`${page.quiet} ${page.said}`} role="status">
          {saveNamed.isSuccess ? t('settings.saved') : ''}
        </p>
        <Trouble text={saveNamed.isError ? sentenceOf(saveNamed.error) : ''} />
      </Card>
      <Card title={t('settings.whoTitle')}>
        <Points points={t('settings.who', { returnObjects: true }) as string[]} />
        <div className={page.actions}>
          <Button onClick={() => go({ at: 'privacy' })}>{t('privacy.open')}</Button>
        </div>
      </Card>
      <ToConcern
        isContact={me.isContact && me.enrolments.length === 0}
        onOpen={() => go({ at: 'concern' })}
      />
      <p className={page.quiet}>{t('settings.timeZone', { timeZone: me.timeZone })}</p>
      <p className={page.quiet}>
        <Link href="/tabs/accessibility.html" hrefLang="en" target="_blank" rel="noopener" inline>
          {t('settings.accessibility')}
        </Link>
      </p>
    </Page>
  );
}

const DAY_HOURS = 24;
const SHORTEST = 2;

/** Between which hours something may arrive; what would leave too few of them cannot be chosen. */
function Hours({ hours, onChoose }: { hours: Me['hours']; onChoose(hours: Me['hours']): void }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const hourOf = useHourWords();
  const all = Array.from({ length: DAY_HOURS + 1 }, (_, hour) => hour);
  const ends = [
    { name: 'from', choices: all.filter((hour) => hour + SHORTEST <= hours.to) },
    { name: 'to', choices: all.filter((hour) => hour - SHORTEST >= hours.from) },
  ] as const;
  return (
    <fieldset className={styles.group}>
      <legend className={`${page.heading} ${styles.legend}`}>{t('settings.hoursTitle')}</legend>
      <div className={styles.hours}>
        {ends.map(({ name, choices }) => (
          <Field key={name} label={t(`settings.${name}`)} className={styles.hour}>
            <Select
              value={hours[name]}
              onChange={(_, { value }) => onChoose({ ...hours, [name]: Number(value) })}
            >
              {choices.map((hour) => (
                <option key={hour} value={hour}>
                  {hourOf(hour)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <p className={page.quiet}>{t('settings.hoursHint')}</p>
    </fieldset>
  );
}

/** A whole hour as the reader's clock shows it. */
function useHourWords(): (hour: number) => string {
  const { locale } = useReader();
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return (hour) => clock.format(Date.UTC(2026, 0, 1, hour));
}
