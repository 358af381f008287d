import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendFilled } from '@fluentui/react-icons';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { t } from '../words.ts';

const useStyles = makeStyles({
  form: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  box: { flexGrow: 1, '& textarea': { maxHeight: '140px', fieldSizing: 'content', minHeight: '34px' } },
});

interface Props {
  say: (text: string) => void;
  disabled: boolean;
}

/** The line to write in. Enter sends, Shift+Enter starts a new line. */
export const Composer = ({ say, disabled }: Props) => {
  const styles = useStyles();
  const [text, setText] = useState('');

  const send = (): void => {
    if (text.trim() === '' || disabled) return;
    say(text);
    setText('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <Textarea
        className={styles.box}
        rows={1}
        dir="auto"
        aria-label={t('chat.write')}
        placeholder={t('chat.placeholder')}
        value={text}
        onChange={(_, { value }) => setText(value)}
        onKeyDown={key}
      />
      <Button
        type="submit"
        appearance="primary"
        icon={<SendFilled />}
        aria-label={t('chat.send')}
        disabledFocusable={text.trim() === '' || disabled}
      />
    </form>
  );
};
