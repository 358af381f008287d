import {
  Button,
  Input,
  Field as Labelled,
  Link,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '#api/contract/agreement.ts';
import { AGREEMENT_TEXTS, RHYTHMS } from '#domain/pairs/agreement.ts';
import { Choice } from '../../parts/Choice.tsx';
import type { Field } from './merging.ts';

const useStyles = makeStyles({
  /** Words of a sentence, not a button that stands in it. */
  link: {
    font: 'inherit',
    textAlign: 'start',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'underline',
    textDecorationStyle: 'dashed',
    textDecorationColor: tokens.colorBrandStroke1,
    textUnderlineOffset: '5px',
  },
  open: { backgroundColor: tokens.colorBrandBackground2, textDecorationStyle: 'solid' },
  surface: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    inlineSize: '440px',
    maxInlineSize: 'calc(100vw - 32px)',
  },
  ideas: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
  idea: { textAlign: 'start', whiteSpace: 'normal', fontWeight: tokens.fontWeightRegular },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  done: { alignSelf: 'flex-end' },
});

interface PhraseProps {
  field: Field;
  heading: string;
  /** How it reads now, and with what changed in it marked. */
  said: string;
  children: ReactNode;
  text: AgreementBody;
  names: string;
  group: { context?: string };
  onChange(part: Partial<AgreementBody>): void;
}

/** Underlined words of a sentence: pressed, they open what else could stand there. */
export function Phrase(props: PhraseProps) {
  const { field, heading, said, children } = props;
  /** Marked words name themselves. */
  const isMarked = typeof children !== 'string';
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const empty = field === 'endsOn' ? t('agreement.aDay') : t(`agreement.${emptyOf(field)}`);
  const phrase = said || empty;
  return (
    <Popover open={isOpen} onOpenChange={(_, { open }) => setIsOpen(open)} trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Link
          as="button"
          inline
          className={mergeClasses(styles.link, isOpen && styles.open)}
          aria-label={isMarked ? undefined : t('agreement.phraseName', { heading, phrase })}
        >
          {said ? children : empty}
        </Link>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={heading}>
        <Choosing {...props} onDone={() => setIsOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

const emptyOf = (field: Field) => (field === 'whatItIsNot' ? 'addNot' : 'add');

function Choosing({ field, text, names, group, onChange, onDone }: PhraseProps & { onDone(): void }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const label = t(`agreement.ask.${field}`, { names, ...group });
  return (
    <>
      {field === 'rhythm' ? (
        <>
          <Choice
            legend={label}
            options={RHYTHMS.map((value) => ({ value, label: t(`agreement.rhythms.${value}`) }))}
            value={text.rhythm}
            onChoose={(rhythm) => onChange({ rhythm })}
          />
          <p className={styles.hint}>{t('agreement.rhythmHint')}</p>
        </>
      ) : (
        <Labelled label={{ children: label, weight: 'semibold' }}>
          {field === 'endsOn' ? (
            <Input type="date" value={text.endsOn} onChange={(_, { value }) => onChange({ endsOn: value })} />
          ) : (
            <Textarea
              value={text[field]}
              maxLength={AGREEMENT_TEXTS[field]}
              rows={4}
              resize="vertical"
              onChange={(_, { value }) => onChange({ [field]: value })}
            />
          )}
        </Labelled>
      )}
      <Ideas field={field} onChange={onChange} />
      <Button className={styles.done} onClick={onDone}>
        {t('agreement.done')}
      </Button>
    </>
  );
}

/** Words to begin with, where we have some. */
function Ideas({ field, onChange }: Pick<PhraseProps, 'field' | 'onChange'>) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  if (field !== 'whereAndHow' && field !== 'respectForTime') return null;
  const ideas = t(`agreement.ideasOf.${field}`, { returnObjects: true }) as string[];
  return (
    <div className={styles.ideas}>
      <span className={styles.hint}>{t('agreement.ideas')}</span>
      {ideas.map((idea) => (
        <Button key={idea} size="small" className={styles.idea} onClick={() => onChange({ [field]: idea })}>
          {idea}
        </Button>
      ))}
    </div>
  );
}
