import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMeetAgain } from '../api/pairs.ts';
import { Notice } from '../parts/Notice.tsx';
import { Card, Page, Trouble, usePageStyles } from '../parts/Page.tsx';
import { SeenBy } from '../parts/SeenBy.tsx';
import { useSentence } from '../parts/sentence.ts';
import { several } from '../parts/several.ts';
import { Mine } from './Mine.tsx';
import type { PairProps } from './pairProps.ts';
import { NewMatch } from './parting/NewMatch.tsx';

/** Reads from the start, also inside a screen that is centred. */
const useStyles = makeStyles({ card: { textAlign: 'start', marginTop: tokens.spacingVerticalXL } });

/** After the end, in the same words whatever the cause; whoever said no reads that it was taken. */
export function Ended(props: Pick<PairProps, 'view' | 'names' | 'onBack' | 'onSearch'>) {
  const { t } = useTranslation('tab');
  const { view, names, onBack } = props;
  if (view.former) return <Former {...props} />;
  const saidNo = view.myAnswer === 'notThisTime' || view.myAnswer === 'withdrawn';
  return (
    <Notice
      title={t(saidNo ? 'introduction.saidNo' : 'ended.title')}
      text={t(saidNo ? 'introduction.saidNoText' : 'ended.text')}
    >
      <Button onClick={onBack}>{t('nav.back')}</Button>
      <MeetAgain view={view} names={names} />
    </Notice>
  );
}

/** After a pair: the same words for all, somebody new for whoever likes, and what they wrote themselves. */
function Former({
  view,
  names,
  onBack,
  onSearch,
}: Pick<PairProps, 'view' | 'names' | 'onBack' | 'onSearch'>) {
  const { t } = useTranslation('tab');
  return (
    <Page
      title={t('parting.ended', { names })}
      lead={t('parting.endedText', { names, cohort: view.cohortName })}
      back={{ label: t('nav.back'), go: onBack }}
    >
      <NewMatch view={view} onSearch={onSearch} />
      <Mine pair={view.pair} />
      <MeetAgain view={view} names={names} />
    </Page>
  );
}

/** Whether one would be introduced to the same person again. Nothing shows of the other's wish. */
function MeetAgain({ view, names }: Pick<PairProps, 'view' | 'names'>) {
  const { t } = useTranslation('tab');
  const page = usePageStyles();
  const sentenceOf = useSentence();
  const styles = useStyles();
  const ask = useMeetAgain(view.pair);
  return (
    <div className={styles.card}>
      <Card>
        <Switch
          label={t('again.label', { names })}
          checked={ask.isPending ? ask.variables : view.again}
          onChange={(_, { checked }) => ask.mutate(checked)}
        />
        <p className={page.quiet}>{t('again.hint', several(view.partners))}</p>
        <SeenBy who={t('again.seen', { names, ...several(view.partners) })} />
        <Trouble text={ask.isError ? sentenceOf(ask.error) : ''} />
      </Card>
    </div>
  );
}
