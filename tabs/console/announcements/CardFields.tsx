import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import {
  ADDRESS_MAX,
  ANNOUNCEMENT_TEXT_MAX,
  ANNOUNCEMENT_TITLE_MAX,
  BUTTON_TITLE_MAX,
  BUTTONS_MAX,
  IMAGE_ALT_MAX,
} from '#domain/announcements/announcement.ts';
import { FRAMELESS } from '../../parts/fields.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import type { Written } from './draft.ts';

const useStyles = makeStyles({
  set: { ...FRAMELESS, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  two: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 160px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  wide: { width: '100%', minWidth: 0 },
});

interface CardFieldsProps {
  written: Written;
  onChange(part: Partial<Written>): void;
}

/** What a card is made of: words, at most one picture, at most two buttons. */
export function CardFields({ written, onChange }: CardFieldsProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { title, text, picture, alt, buttons } = written;
  const changeButton = (at: number, part: Partial<Written['buttons'][number]>) =>
    onChange({ buttons: buttons.map((one, n) => (n === at ? { ...one, ...part } : one)) });
  return (
    <>
      <Field label={{ children: t('announce.heading'), weight: 'semibold' }}>
        <Input
          className={styles.wide}
          value={title}
          maxLength={ANNOUNCEMENT_TITLE_MAX}
          onChange={(_, { value }) => onChange({ title: value })}
        />
      </Field>
      <Field label={{ children: t('announce.text'), weight: 'semibold' }} hint={t('announce.textHint')}>
        <Textarea
          value={text}
          maxLength={ANNOUNCEMENT_TEXT_MAX}
          rows={5}
          resize="vertical"
          onChange={(_, { value }) => onChange({ text: value })}
        />
      </Field>
      <Field label={{ children: t('announce.picture'), weight: 'semibold' }} hint={t('announce.pictureHint')}>
        <Input
          className={styles.wide}
          type="url"
          placeholder="https://"
          value={picture}
          maxLength={ADDRESS_MAX}
          onChange={(_, { value }) => onChange({ picture: value })}
        />
      </Field>
      {picture.trim() !== '' && (
        <Field label={{ children: t('announce.alt'), weight: 'semibold' }} hint={t('announce.altHint')}>
          <Input
            className={styles.wide}
            value={alt}
            maxLength={IMAGE_ALT_MAX}
            onChange={(_, { value }) => onChange({ alt: value })}
          />
        </Field>
      )}
      {buttons.map((button, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button has nothing else by which it is the same
        <fieldset key={n} className={styles.set} aria-label={t('announce.button', { number: n + 1 })}>
          <div className={styles.two}>
            <Field label={{ children: t('announce.buttonTitle'), weight: 'semibold' }}>
              <Input
                className={styles.wide}
                value={button.title}
                maxLength={BUTTON_TITLE_MAX}
                onChange={(_, { value }) => changeButton(n, { title: value })}
              />
            </Field>
            <Field label={{ children: t('announce.buttonAddress'), weight: 'semibold' }}>
              <Input
                className={styles.wide}
                type="url"
                placeholder="https://"
                value={button.address}
                maxLength={ADDRESS_MAX}
                onChange={(_, { value }) => changeButton(n, { address: value })}
              />
            </Field>
          </div>
          <div className={page.actions}>
            <Button
              appearance="subtle"
              onClick={() => onChange({ buttons: buttons.filter((_, at) => at !== n) })}
            >
              {t('announce.withoutButton', { number: n + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      {buttons.length < BUTTONS_MAX && (
        <div className={page.actions}>
          <Button
            appearance="subtle"
            onClick={() => onChange({ buttons: [...buttons, { title: '', address: '' }] })}
          >
            {t('announce.addButton')}
          </Button>
        </div>
      )}
    </>
  );
}
