import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  Textarea,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Trouble } from './Page.tsx';
import { SeenBy } from './SeenBy.tsx';
import { useUnsaved } from './Unsaved.tsx';
import { useAction } from './useAction.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  audience: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  choice: { minWidth: 0, overflowWrap: 'anywhere' },
  /** As clear in the dark as in the light, and told by its border where colours are forced. */
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderRightColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderLeftColor: tokens.colorCompoundBrandStroke,
  },
  icon: { fill: 'none', stroke: 'currentColor', strokeWidth: '1.3', display: 'block' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Everything a line says around what is written; `seen` says who reads it as it is chosen. */
export interface LineWords {
  label: string;
  audience: string;
  onlyMe: string;
  all: string;
  seen: (shared: boolean) => string;
  keep: string;
  keeping: string;
}

export interface Written {
  text: string;
  shared: boolean;
}

interface LineProps {
  words: LineWords;
  start?: Written;
  maxLength: number;
  /** Something may be kept although nothing is written: then it is taken away. */
  canBeEmpty?: boolean;
  onKeep(written: Written): Promise<unknown>;
  /** Stands beside the button. */
  children?: ReactNode;
}

const NOTHING: Written = { text: '', shared: false };

/** A line to write, for oneself unless its writer chooses to share it; under it stands who will see it. */
export function Line({ words, start = NOTHING, maxLength, canBeEmpty, onKeep, children }: LineProps) {
  const styles = useStyles();
  const { run, busy, trouble } = useAction();
  const [line, setLine] = useState(start);
  const isChanged = line.text !== start.text || line.shared !== start.shared;
  useUnsaved(isChanged && !busy);
  const isReady = isChanged && (canBeEmpty || line.text.trim() !== '');
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isReady) void run(() => onKeep(line));
      }}
    >
      <Field label={words.label}>
        <Textarea
          value={line.text}
          maxLength={maxLength}
          resize="vertical"
          onChange={(_, { value: text }) => setLine((now) => ({ ...now, text }))}
        />
      </Field>
      <Audience words={words} shared={line.shared} onChoose={(shared) => setLine({ ...line, shared })} />
      <div className={styles.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={busy || !isReady}>
          {busy ? words.keeping : words.keep}
        </Button>
        {children}
      </div>
      <Trouble text={trouble} />
    </form>
  );
}

/** For whom something is written: oneself, or all of a pair. */
export function Audience({
  words,
  shared,
  onChoose,
}: {
  words: Pick<LineWords, 'audience' | 'onlyMe' | 'all' | 'seen'>;
  shared: boolean;
  onChoose(shared: boolean): void;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      <fieldset aria-label={words.audience} aria-describedby={id} className={styles.audience}>
        <ToggleButton
          className={mergeClasses(styles.choice, !shared && styles.chosen)}
          checked={!shared}
          icon={<Lock />}
          onClick={() => onChoose(false)}
        >
          {words.onlyMe}
        </ToggleButton>
        <ToggleButton
          className={mergeClasses(styles.choice, shared && styles.chosen)}
          checked={shared}
          icon={<People />}
          onClick={() => onChoose(true)}
        >
          {words.all}
        </ToggleButton>
      </fieldset>
      <div id={id} role="status">
        <SeenBy who={words.seen(shared)} />
      </div>
    </div>
  );
}

function Lock() {
  const styles = useStyles();
  return (
    <svg className={styles.icon} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5.5 7V4.5a2.5 2.5 0 0 1 5 0V7" />
    </svg>
  );
}

function People() {
  const styles = useStyles();
  return (
    <svg className={styles.icon} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="5.5" cy="5" r="2.3" />
      <circle cx="11" cy="5.5" r="1.8" />
      <path d="M1.5 13c0-2.5 1.8-4 4-4s4 1.5 4 4M10.5 9.2c2.3-.3 4 1 4 3.3" />
    </svg>
  );
}
