import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '#api/contract/agreement.ts';
import { useDates } from '../../parts/dates.ts';
import type { PairProps } from '../pairProps.ts';
import { Changes, useWalk } from './Changes.tsx';
import { changedIn, useDocument } from './document.ts';
import { Marked } from './Marked.tsx';
import { Sheet } from './Sheet.tsx';
import { Signatures } from './Signatures.tsx';
import { Signing } from './Signing.tsx';
import { useSheetStyles } from './sheetStyles.ts';
import { SureToWithdraw, WithdrawMenu } from './Withdraw.tsx';

interface ReadingProps extends Pick<PairProps, 'view' | 'names'> {
  agreement: AgreementView;
  onEdit(): void;
}

/** The agreement as all read it: what is new to the reader is marked, who has signed, and the foot to sign. */
export function Reading({ view, agreement, names, onEdit }: ReadingProps) {
  const { t } = useTranslation('tab');
  const styles = useSheetStyles();
  const dates = useDates();
  const { paragraphs, say, group } = useDocument(view);
  const [isClean, setIsClean] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const before = agreement.before?.text;
  const changed = changedIn(paragraphs, before, agreement.text);
  const marks = isClean ? [] : changed;
  const walk = useWalk(marks);
  const isSigned = agreement.waitingFor.length === 0;
  const last = agreement.signatures.at(-1);
  const by = { version: agreement.version, by: agreement.by, day: dates.day(agreement.at) };
  const caption =
    isSigned && last
      ? t('agreement.signedCaption', { ...by, ...group, day: dates.day(last.at) })
      : t(agreement.mine ? 'agreement.versionMine' : 'agreement.version', by);
  return (
    <div className={styles.part}>
      {changed.length > 0 && (
        <Changes agreement={agreement} count={changed.length} isClean={isClean} onClean={setIsClean} />
      )}
      {isSure && <SureToWithdraw view={view} names={names} onDone={() => setIsSure(false)} />}
      <Sheet
        view={view}
        caption={caption}
        lead={t(isSigned ? 'agreement.signedLead' : 'agreement.same', group)}
        paragraphs={paragraphs}
        changed={marks}
        current={walk.current}
        phrase={(field) => {
          const said = say(field, agreement.text);
          if (before && marks.length > 0) return <Marked before={say(field, before)} after={said} />;
          return said;
        }}
        beneath={({ pieces }) =>
          pieces.every((piece) =>
            'field' in piece ? !say(piece.field, agreement.text) : !piece.words.trim(),
          ) && <p className={styles.lead}>{t('agreement.nothing')}</p>
        }
        menu={view.canWithdraw && <WithdrawMenu onAsk={() => setIsSure(true)} />}
      >
        <Signatures view={view} agreement={agreement} />
      </Sheet>
      <Signing view={view} agreement={agreement} walk={walk} onEdit={onEdit} />
    </div>
  );
}
