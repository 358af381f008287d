import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyPhoto, useSavePhoto } from '../api/photos.ts';
import { faceOf } from '../parts/face.ts';
import { Card, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useAction } from '../parts/useAction.ts';
import { shrunk } from './shrink.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
});

/** A photo of one's own: made small in the browser, changed or taken away, each with one press. */
export function PhotoCard({ name }: { name: string }) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const { data } = useMyPhoto();
  const save = useSavePhoto();
  const { run, busy, trouble, setTrouble } = useAction();
  const [said, setSaid] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const image = data?.image ?? '';

  const keep = async (next: string, done: string) => {
    if (await run(() => save.mutateAsync(next))) setSaid(done);
  };
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    // The same file can be chosen again.
    currentTarget.value = '';
    setSaid('');
    if (!file) return;
    const small = await shrunk(file).catch(() => '');
    if (small === '') setTrouble(t('profile.photo.unreadable'));
    else await keep(small, t('profile.photo.saved'));
  };
  const remove = () => {
    setSaid('');
    void keep('', t('profile.photo.removed'));
  };
  return (
    <Card title={t('profile.photo.title')}>
      <div className={styles.row}>
        <Avatar name={name} color="colorful" size={96} {...faceOf(image)} aria-hidden="true" />
        <div className={page.actions}>
          <input ref={picker} type="file" accept="image/*" hidden onChange={(event) => void choose(event)} />
          <Button disabledFocusable={busy} onClick={() => picker.current?.click()}>
            {t(image ? 'profile.photo.change' : 'profile.photo.choose')}
          </Button>
          {image && (
            <Button appearance="subtle" disabledFocusable={busy} onClick={remove}>
              {t('profile.photo.remove')}
            </Button>
          )}
        </div>
      </div>
      <p className={page.quiet}>{t('profile.photo.hint')}</p>
      <SeenBy who={t('profile.photo.seen')} />
      <p className={`${page.quiet} ${page.said}`} role="status">
        {said}
      </p>
      <Trouble text={trouble} />
    </Card>
  );
}
