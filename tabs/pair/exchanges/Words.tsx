import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearningView } from '#api/contract/exchanges.ts';
import { useAlong } from '../../api/exchanges.ts';
import { useOthers } from '../../parts/others.ts';
import { usePageStyles } from '../../parts/Page.tsx';
import type { SpaceProps } from '../pairProps.ts';
import { LearningForm } from './LearningForm.tsx';
import { Mark } from './Mark.tsx';
import { Remove, useQuiet } from './Remove.tsx';

/** So much of a text names it on a button. */
const NAMED_BY = 40;

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow2,
    minWidth: 0,
  },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  fact: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
});

type Said = Pick<LearningView, 'kind' | 'text' | 'shared' | 'isMine' | 'byFirstName'>;

/** What somebody learned or did not expect, whose it is, and who reads it. */
export function Words({ said, names, children }: { said: Said; names: string; children?: ReactNode }) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const styles = useStyles();
  const page = usePageStyles();
  const { kind, isMine, byFirstName, shared } = said;
  return (
    <div className={styles.box}>
      <p className={page.text}>{said.text}</p>
      <p className={styles.facts}>
        <span className={styles.fact}>
          <Mark name={kind} size={14} />
          {isMine ? t(`along.mine.${kind}`) : t(`along.theirs.${kind}`, { name: byFirstName })}
        </span>
        <span className={styles.fact}>
          <Mark name={shared ? 'people' : 'lock'} size={14} />
          {shared ? t('along.seenBoth', others) : t('along.seenMe')}
        </span>
      </p>
      {children}
    </div>
  );
}

/** Something kept apart from meetings; its writer changes or deletes it. */
export function KeptWords({ learning, view, names }: SpaceProps & { learning: LearningView }) {
  const { t } = useTranslation('tab');
  const styles = useStyles();
  const { quiet } = useQuiet();
  const [isChanging, setIsChanging] = useState(false);
  const { change, remove } = useAlong(view.pair);
  const back = () => setIsChanging(false);
  const { text, shared, isMine } = learning;
  const named = text.length > NAMED_BY ? `${[...text].slice(0, NAMED_BY).join('')}…` : text;
  if (isChanging)
    return (
      <section className={styles.box} aria-label={t('along.changeThis', { text: named })}>
        <LearningForm
          learning={learning}
          names={names}
          onSave={(body, etag) => change(learning.learning, body, etag)}
          onDone={back}
          onCancel={back}
        />
      </section>
    );
  return (
    <Words said={learning} names={names}>
      {isMine && (
        <Remove
          label={t('along.delete')}
          whole={t('along.deleteThis', { text: named })}
          title={t('along.sureTitle')}
          text={shared ? t('along.sureBoth', { names }) : t('along.sureMine')}
          yes={t('along.yes')}
          no={t('along.no')}
          onRemove={() => remove(learning.learning)}
        >
          <Button
            appearance="subtle"
            className={quiet}
            aria-label={t('along.changeThis', { text: named })}
            onClick={() => setIsChanging(true)}
          >
            {t('along.change')}
          </Button>
        </Remove>
      )}
    </Words>
  );
}
