import { Button, Link, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '#api/contract/agreement.ts';
import { useDraftAgreement } from '../../api/agreement.ts';
import { isConflict } from '../../api/problem.ts';
import { useOthers } from '../../parts/others.ts';
import { Trouble } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import type { PairProps } from '../pairProps.ts';
import { changedIn, fieldsIn, useDocument } from './document.ts';
import { Marked } from './Marked.tsx';
import { begin, changed, type Field, isChanged, rebased, type Work } from './merging.ts';
import { Phrase } from './Phrase.tsx';
import { Sheet } from './Sheet.tsx';
import { useSheetStyles } from './sheetStyles.ts';

interface WritingProps extends Pick<PairProps, 'view' | 'names'> {
  start: AgreementBody;
  onDone(): void;
}

/**
 * The agreement while somebody writes it: a document whose underlined words can be changed. What is written stays in
 * this window until it is shown; a version that others save meanwhile is taken in, and nothing typed is lost.
 */
export function Writing({ view, names, start, onDone }: WritingProps) {
  const { t } = useTranslation('tab');
  const styles = useSheetStyles();
  const [work, setWork] = useState(() => begin(start, view.agreement?.version ?? 0));
  useUnsaved(isChanged(work));
  const draft = useDraftAgreement(view.pair);
  const { run, busy, trouble, setTrouble } = useAction();
  const newest = view.agreement;
  if (newest && newest.version > work.version && !busy) setWork(rebased(work, newest));

  async function show() {
    if (!work.mine.endsOn) return setTrouble(t('agreement.endsOnNeeded'));
    const isShown = await run(() =>
      draft
        .mutateAsync({ body: work.mine, after: work.version })
        .catch((problem) => {
          // Their version is read already; what it changed is said in its place.
          if (!isConflict(problem)) throw problem;
          return 'raced';
        })
        .then((answer) => {
          if (answer !== 'raced') onDone();
        }),
    );
    return isShown;
  }

  return (
    <div className={styles.part}>
      {work.racedBy && <Raced by={work.racedBy} />}
      <Draft view={view} names={names} work={work} onWork={setWork} />
      <div className={styles.foot}>
        <Trouble text={trouble} />
        <div className={styles.row}>
          <SeenBy who={t('agreement.onlyMe', { names })} />
          <div className={styles.end}>
            {newest && (
              <Button className={styles.button} appearance="subtle" disabledFocusable={busy} onClick={onDone}>
                {t('agreement.cancel')}
              </Button>
            )}
            <Button
              className={styles.button}
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void show()}
            >
              {busy ? t('agreement.showing') : t('agreement.show', { names })}
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}

function Raced({ by }: { by: string }) {
  const { t } = useTranslation('tab');
  return (
    <div role="alert">
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{t('agreement.raced', { by })}</MessageBarTitle> {t('agreement.racedText')}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

interface DraftProps extends Pick<PairProps, 'view' | 'names'> {
  work: Work;
  onWork(work: Work): void;
}

function Draft({ view, names, work, onWork }: DraftProps) {
  const { t } = useTranslation('tab');
  const others = useOthers(names);
  const { paragraphs, say, learners, group } = useDocument(view);
  const { mine, before } = work;
  /** Marked where the other's words stand now. */
  const marked = (field: Field) =>
    before && before[field] !== mine[field] && mine[field] === work.base[field] ? (
      <Marked before={say(field, before)} after={say(field, mine)} />
    ) : (
      say(field, mine)
    );
  return (
    <Sheet
      view={view}
      caption={view.agreement ? t('agreement.changing', { version: work.version }) : t('agreement.draft')}
      lead={view.agreement ? t('agreement.changingLead', group) : t('agreement.draftLead', others)}
      paragraphs={paragraphs}
      changed={changedIn(paragraphs, before, work.base)}
      phrase={(field, { heading }) => (
        <Phrase
          field={field}
          heading={heading}
          said={say(field, mine)}
          text={mine}
          names={learners}
          group={group}
          onChange={(part) => onWork(changed(work, part))}
        >
          {marked(field)}
        </Phrase>
      )}
      beneath={(paragraph) => <Theirs work={work} fields={fieldsIn(paragraph)} say={say} onWork={onWork} />}
    />
  );
}

interface TheirsProps extends Pick<DraftProps, 'work' | 'onWork'> {
  fields: readonly Field[];
  say(field: Field, text: AgreementBody): string;
}

/** What the other wrote where both changed the same. */
function Theirs({ work, fields, say, onWork }: TheirsProps) {
  const { t } = useTranslation('tab');
  const styles = useSheetStyles();
  return fields
    .filter((field) => field in work.theirs)
    .map((field) => (
      <p key={field} className={styles.lead}>
        {t('agreement.theirWords', {
          by: work.racedBy,
          words: say(field, { ...work.mine, ...work.theirs }),
        })}{' '}
        <Link as="button" inline onClick={() => onWork(changed(work, { [field]: work.theirs[field] }))}>
          {t('agreement.useTheirs')}
        </Link>
      </p>
    ));
}
