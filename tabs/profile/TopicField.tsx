import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TOPICS_MAX, TOPICS_TEXT_MAX } from '#domain/profile/limits.ts';
import { recogniseTopics } from '../api/profile.ts';
import { Trouble, usePageStyles } from '../parts/Page.tsx';
import { Tags } from '../parts/Tags.tsx';
import { useUnsaved } from '../parts/Unsaved.tsx';
import { useAction } from '../parts/useAction.ts';
import { MaybeTopics } from './MaybeTopics.tsx';
import { useTyped } from './typed.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  row: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, flexBasis: 0, minWidth: 0 },
  add: { flexShrink: 0, minWidth: 0 },
});

export interface Topic {
  id: string;
  label: string;
}

interface TopicFieldProps<One extends Topic> {
  label: string;
  /** An example of what to write. */
  hint: string;
  topics: One[];
  onChange(topics: One[]): void;
  /** Makes a list entry of a topic that was recognised; needed where an entry is more than a topic. */
  enter?(topic: Topic): One;
  /** Shows the chosen topics; tags to take away unless said otherwise. */
  children?: ReactNode;
}

/** Free text in, topics out: what somebody writes is recognised and becomes tags they can take away again. */
export function TopicField<One extends Topic>(props: TopicFieldProps<One>) {
  const { label, hint, topics, onChange, children } = props;
  const enter = props.enter ?? ((topic: Topic) => topic as One);
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const styles = useStyles();
  const [text, setText] = useState('');
  const [offered, setOffered] = useState<Topic[]>([]);
  const { run, busy, trouble, setTrouble } = useAction();

  /** False where there is no room for all of them; then nothing changes. */
  const enlist = (heard: Topic[]): boolean => {
    const fresh = heard.filter(({ id }) => !topics.some((known) => known.id === id));
    const count = topics.length + fresh.length;
    if (fresh.length > 0 && count > TOPICS_MAX) {
      setTrouble(t('profile.full', { max: TOPICS_MAX, count }));
      return false;
    }
    onChange([...topics, ...fresh.map(({ id, label }) => enter({ id, label }))]);
    return true;
  };
  const accept = (topic: Topic) => {
    setText('');
    setOffered((all) => all.filter(({ id }) => id !== topic.id));
    enlist([topic]);
  };

  const does = busy ? t('profile.adding') : t('profile.add');
  const take = async (): Promise<boolean> => {
    let isTaken = false;
    await run(async () => {
      if (!text.trim()) return setText('');
      const heard = await recogniseTopics(text);
      setOffered(heard.offered);
      if (heard.topics.length === 0) {
        if (heard.offered.length === 0) setTrouble(t('profile.notHeard'));
        return;
      }
      if (!enlist(heard.topics)) return;
      setText('');
      isTaken = true;
    });
    return isTaken || !text.trim();
  };
  const add = () => void take();
  useTyped(text !== '', take);
  useUnsaved(text.trim() !== '');
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };

  return (
    <div className={styles.column}>
      <h2 className={page.heading}>{label}</h2>
      {children ?? (
        <Tags
          label={label}
          tags={topics}
          onRemove={(id) => onChange(topics.filter((topic) => topic.id !== id))}
        />
      )}
      <Field className={styles.field} hint={hint}>
        <div className={styles.row}>
          <Input
            className={styles.input}
            aria-label={label}
            value={text}
            maxLength={TOPICS_TEXT_MAX}
            onChange={(_, { value }) => {
              setText(value);
              setOffered([]);
              setTrouble('');
            }}
            onKeyDown={onEnter}
          />
          <Button
            className={styles.add}
            aria-label={`${does}: ${label}`}
            disabledFocusable={busy}
            onClick={add}
          >
            {does}
          </Button>
        </div>
      </Field>
      <MaybeTopics topics={offered} onAccept={accept} />
      <Trouble text={trouble} />
    </div>
  );
}
