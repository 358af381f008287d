import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChampionBody, Champions as ChampionsView } from '#api/contract/cohorts.ts';
import { useChampions, useNameChampion, useRemoveChampion } from '../../api/champions.ts';
import { useDates } from '../../parts/dates.ts';
import { Card, Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { Sure } from '../../parts/Sure.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { canPickPeople, pickPeople } from '../../teams.ts';
import { MemberRow } from '../MemberRow.tsx';
import { useRoundStyles } from '../rounds/roundStyles.ts';

type Champion = ChampionsView['champions'][number];

interface ChampionsProps {
  cohort: string;
  name: string;
  /** Whoever takes themselves off leaves the page. */
  onLeft(): void;
}

/** Who runs a cohort: several may, and one can hand over. */
export function Champions({ cohort, name, onLeft }: ChampionsProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useRoundStyles();
  const [leaving, setLeaving] = useState<Champion>();
  const query = useChampions(cohort);
  const remove = useRemoveChampion(cohort);
  const { run, busy, trouble } = useAction();
  if (leaving) {
    const words = { name: leaving.name, cohort: name };
    const who = leaving.isMe ? 'Me' : '';
    return (
      <Sure
        title={t(`champions.sure${who}`, words)}
        text={t(`champions.sureText${who}`, words)}
        yes={t(`champions.yes${who}`)}
        no={t('champions.no')}
        busy={busy}
        trouble={trouble}
        onYes={() =>
          void run(async () => {
            if (leaving.isMe) onLeft();
            await remove.mutateAsync(leaving.person);
            setLeaving(undefined);
          })
        }
        onNo={() => setLeaving(undefined)}
      />
    );
  }
  return (
    <Card title={t('champions.title')}>
      <p className={page.text}>{t('champions.text')}</p>
      <Ready query={query}>
        {({ champions }) => (
          <ul className={styles.list}>
            {champions.map((one) => (
              <ChampionRow
                key={one.person}
                champion={one}
                onLeave={champions.length > 1 ? () => setLeaving(one) : undefined}
              />
            ))}
          </ul>
        )}
      </Ready>
      <NameChampion cohort={cohort} />
    </Card>
  );
}

function ChampionRow({ champion, onLeave }: { champion: Champion; onLeave: (() => void) | undefined }) {
  const { t } = useTranslation('console');
  const dates = useDates();
  const { name, mail, since, isMe } = champion;
  return (
    <MemberRow name={name || mail} about={t('champions.since', { day: dates.date(since) })}>
      {onLeave && (
        <Button onClick={onLeave} aria-label={t(isMe ? 'champions.stepDown' : 'champions.takeOff', { name })}>
          {t(isMe ? 'champions.stepDown' : 'champions.take')}
        </Button>
      )}
    </MemberRow>
  );
}

/** A further champion, chosen in Teams or by the address of somebody who has opened Turntable. */
function NameChampion({ cohort }: { cohort: string }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [mail, setMail] = useState('');
  const name = useNameChampion(cohort);
  const { run, busy, trouble, setTrouble } = useAction();
  useUnsaved(mail.trim() !== '');
  const send = async (body: ChampionBody) => {
    await name.mutateAsync(body);
    setMail('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!mail.includes('@')) return setTrouble(t('champions.needSomebody'));
    void run(() => send({ mail: mail.trim() }));
  };
  const pick = async () => {
    const [chosen] = await pickPeople(t('champions.pick'));
    if (chosen) await send({ directoryId: chosen.directoryId, name: chosen.written });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={t('champions.mail')}>
        <Input type="email" value={mail} maxLength={200} onChange={(_, { value }) => setMail(value)} />
      </Field>
      <div className={page.actions}>
        <Button type="submit" disabledFocusable={busy}>
          {t('champions.name')}
        </Button>
        {canPickPeople() && (
          <Button disabledFocusable={busy} onClick={() => void run(pick)}>
            {t('champions.pick')}
          </Button>
        )}
      </div>
      <Trouble text={trouble} />
    </form>
  );
}
