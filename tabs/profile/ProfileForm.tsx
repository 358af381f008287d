import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileBody, ProfileView } from '#api/contract/profile.ts';
import { isConflict } from '../api/problem.ts';
import { readProfile, useSaveProfile } from '../api/profile.ts';
import { Conflict } from '../parts/Conflict.tsx';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useUnsaved } from '../parts/Unsaved.tsx';
import { useAction } from '../parts/useAction.ts';
import { Excludes } from './Excludes.tsx';
import { Offers } from './Offers.tsx';
import { Practical } from './Practical.tsx';
import { TopicField } from './TopicField.tsx';
import { type TakeTyped, TypedContext } from './typed.ts';

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
  const [saved, setSaved] = useState(body);
  /** As it is at this moment: what is typed is taken on the way to being saved. */
  const newest = useRef(body);
  const [typed] = useState(() => new Set<TakeTyped>());
  const [etag, setEtag] = useState(known.etag);
  const [isBehind, setIsBehind] = useState(false);
  const [isSaved, setIsSaved] = useState(false);
  const saveProfile = useSaveProfile();
  const { run, busy, trouble, setTrouble } = useAction();
  const change = (part: Partial<ProfileBody>) => {
    newest.current = { ...newest.current, ...part };
    setBody(newest.current);
    setIsSaved(false);
  };
  const take = (answer: ProfileView) => {
    newest.current = bodyOf(answer);
    setBody(newest.current);
    setSaved(newest.current);
    setEtag(answer.etag);
    setIsBehind(false);
  };
  useUnsaved(JSON.stringify(body) !== JSON.stringify(saved));

  async function save(overWhich: () => Promise<string>) {
    if (body.languages.length === 0) return setTrouble(t('profile.needLanguage'));
    await run(async () => {
      for (const takeTyped of [...typed]) if (!(await takeTyped())) return;
      try {
        take(await saveProfile.mutateAsync({ body: newest.current, etag: await overWhich() }));
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
    <TypedContext value={typed}>
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
    </TypedContext>
  );
}
