import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ClosingView } from '#api/contract/closing.ts';
import { useDates } from '../../parts/dates.ts';
import { Grooves } from '../../parts/Grooves.tsx';
import { pageOf, save } from '../../parts/keepsake.ts';
import { useOthers } from '../../parts/others.ts';
import { Card, Points, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { openChatWith } from '../../teams.ts';
import type { SpaceProps } from '../pairProps.ts';
import { useEntries } from './useEntries.ts';

const useStyles = makeStyles({
  first: { position: 'relative', overflow: 'hidden' },
  grooves: {
    position: 'absolute',
    // Their middle is the corner, so that no line of text runs into them.
    top: '-100px',
    insetInlineEnd: '-100px',
    opacity: 0.35,
    pointerEvents: 'none',
  },
  entries: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  entry: { listStyleType: 'none' },
});

interface LookBackProps extends SpaceProps {
  closing: ClosingView;
}

/** What was, the same for all: it shows things, and counts none. All of it can be kept as a page of one's own. */
export function LookBack({ closing, view, names }: LookBackProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const page = usePageStyles();
  const styles = useStyles();
  const dates = useDates();
  const { linesOf, titleOf } = useEntries(names);
  const { reasons, since, sections } = closing;
  const title = t('closing.title', others);
  const lead = t('closing.since', { day: dates.longDay(since) });
  const keep = () => {
    const parts = sections.map(({ kind, entries }) => ({
      title: titleOf(kind),
      lines: entries.map((entry) => linesOf(entry)),
    }));
    const intro = { title: t('closing.why'), lines: reasons.map((reason) => [reason]) };
    save(pageOf({ title, lead, sections: [intro, ...parts] }), t('closing.fileName'));
  };
  return (
    <>
      <div className={styles.first}>
        <Card title={t('closing.why')}>
          <Grooves className={styles.grooves} size={200} />
          <p className={page.quiet}>{lead}</p>
          <Points points={reasons} />
          <div className={page.actions}>
            <Button appearance="subtle" onClick={() => void openChatWith(view.partnerMails)}>
              {t('closing.firstMessages')}
            </Button>
          </div>
        </Card>
      </div>
      {sections.map(({ kind, entries }) => (
        <Card key={kind} title={titleOf(kind)}>
          <ul className={styles.entries}>
            {entries.map((entry) => (
              <li key={`${entry.at} ${entry.by} ${entry.text}`} className={styles.entry}>
                <Entry lines={linesOf(entry)} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
      {sections.length === 0 && <p className={page.text}>{t('closing.nothing')}</p>}
      <Card title={t('closing.keepTitle')}>
        <p className={page.text}>{t('closing.keepText', others)}</p>
        <div className={page.actions}>
          <Button onClick={keep}>{t('closing.keep')}</Button>
        </div>
        <SeenBy who={t('closing.keepSeen', { names })} />
      </Card>
    </>
  );
}

function Entry({ lines: [first = '', ...rest] }: { lines: string[] }) {
  const page = usePageStyles();
  return (
    <>
      <p className={page.text}>{first}</p>
      {rest.map((line) => (
        <p key={line} className={page.quiet}>
          {line}
        </p>
      ))}
    </>
  );
}
