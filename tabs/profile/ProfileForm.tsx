import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileBody, ProfileView } from '#api/contract/profile.ts';
import { isConflict } from '../api/problem.ts';
import { readProfile, useSaveProfile } from '../api/profile.ts';
import { Conflict } from '../parts/Conflict.tsx';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useAction } from '../parts/useAction.ts';
import { Excludes } from './Excludes.tsx';
import { Offers } from './Offers.tsx';
import { Practical } from './Practical.tsx';
import { TopicField } from './TopicField.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

const bodyOf = ({ etag: _, ...body }: ProfileView): ProfileBody => body;

/** The profile being edited. When it was changed elsewhere, what was typed stays and the reader chooses. */
export function ProfileForm({ known }: { known: ProfileView }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const [body, setBody] = useState(() => bodyOf(known));
  const [etag, setEtag] = useState(known.etag);
  const [isBehind, setIsBehind] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const saveProfile = useSaveProfile();
  const { run, busy, trouble, setTrouble } = useAction();
  const change = (part: Partial<ProfileBody>) => {
    setBody((now) => ({ ...now, ...part }));
    setIsSaved(false);
  };
  const take = (saved: ProfileView) => {
    setBody(bodyOf(saved));
    setEtag(saved.etag);
    setIsBehind(false);
  };

  async function save(overWhich: () => Promise<string>) {
    if (body.languages.length === 0) return setTrouble(t('profile.needLanguage'));
    await run(async () => {
      try {
        take(await saveProfile.mutateAsync({ body, etag: await overWhich() }));
        setIsSaved(true);
      } catch (problem) {
        setIsBehind(isConflict(problem));
        throw problem;
      }
    });
  }
  const saveMine = () => void save(async () => (await readProfile()).etag);
  const takeTheirs = () => void run(async () => take(await readProfile()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(async () => etag);
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Card>
        <TopicField
          label={t('profile.wants')}
          hint={t('profile.hint.wants')}
          topics={body.wants}
          onChange={(wants) => change({ wants })}
        />
        <SeenBy who={t('profile.seenMatch')} />
      </Card>
      <Card>
        <Offers body={body} change={change} />
        <SeenBy who={t('profile.seenMatch')} />
      </Card>
      <Card>
        <TopicField
          label={t('profile.interests')}
          hint={t('profile.hint.interests')}
          topics={body.interests}
          onChange={(interests) => change({ interests })}
        />
        <SeenBy who={t('profile.seenMatch')} />
      </Card>
      <Card>
        <Practical body={body} change={change} />
      </Card>
      <Card title={t('profile.excludes')}>
        <Excludes body={body} change={change} />
      </Card>
      {isBehind ? <Conflict onMine={saveMine} onTheirs={takeTheirs} /> : <Trouble text={trouble} />}
      <div className={page.actions}>
        <Button appearance="primary" size="large" type="submit" disabledFocusable={busy}>
          {busy ? t('profile.saving') : t('profile.save')}
        </Button>
        <p className={page.quiet} role="status">
          {isSaved ? t('profile.saved') : ''}
        </p>
      </div>
    </form>
  );
}
