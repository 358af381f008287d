import { Badge, Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { InNameView } from '#api/contract/sponsors/sponsors.ts';
import { useBacking, useTakeBackInName } from '../../api/sponsors.ts';
import { useDates } from '../../parts/dates.ts';
import { MarkedText } from '../../parts/MarkedText.tsx';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';

/** Those that say something to a champion: what was agreed to stands among the announcements. */
const SHOWN = 5;
const COLOURS = {
  asked: 'informative',
  declined: 'warning',
  takenBack: 'subtle',
  agreed: 'success',
} as const;

/** What was written in the sponsor's name: what waits for their yes, and what came back. */
export function InName({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const { data } = useBacking(cohort);
  const shown = (data?.inName ?? []).filter(({ state }) => state !== 'agreed').slice(0, SHOWN);
  if (shown.length === 0) return null;
  return (
    <Card title={t('inName.title')}>
      {shown.map((one) => (
        <Asked key={one.announcement} cohort={cohort} one={one} sponsor={data?.sponsor?.name ?? ''} />
      ))}
    </Card>
  );
}

function Asked({ cohort, one, sponsor }: { cohort: string; one: InNameView; sponsor: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const dates = useDates();
  const takeBack = useTakeBackInName(cohort);
  const { run, busy, trouble } = useAction();
  return (
    <section aria-label={one.title} className={page.group}>
      <h3 className={page.heading}>{one.title}</h3>
      <p className={page.quiet}>
        {dates.moment(one.at)} · {t(`audience.${one.audience}`)} · {one.by || t('deeds.gone')}
      </p>
      <MarkedText lines={one.lines} />
      <div className={page.actions}>
        <Badge appearance="tint" color={COLOURS[one.state]} size="large">
          {t(`inName.state.${one.state}`, { name: sponsor })}
        </Badge>
        {one.state === 'asked' && (
          <Button
            appearance="subtle"
            aria-label={t('inName.takeBackThis', { title: one.title })}
            disabledFocusable={busy}
            onClick={() => void run(() => takeBack.mutateAsync(one.announcement))}
          >
            {t('inName.takeBack')}
          </Button>
        )}
      </div>
      {one.word && <blockquote className={page.text}>{one.word}</blockquote>}
      <Trouble text={trouble} />
    </section>
  );
}
