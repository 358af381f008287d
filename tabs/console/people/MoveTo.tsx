import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveBody, MoveCheck } from '#api/contract/roster/people.ts';
import { useMoveCheck, useMovePeople } from '../../api/roster.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { useAction } from '../../parts/useAction.ts';

const useStyles = makeStyles({
  stay: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

interface MoveToProps {
  cohort: string;
  members: MoveBody['members'];
  /** Says what became of it. */
  onMoved(said: string): void;
  onClose(): void;
}

/** Asks where to, and says before anybody is moved who stays and why. */
export function MoveTo({ cohort, members, onMoved, onClose }: MoveToProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [to, setTo] = useState('');
  const check = useMoveCheck(cohort, { members, to });
  const move = useMovePeople(cohort);
  const { run, busy, trouble } = useAction();
  const seen = check.isPlaceholderData ? undefined : check.data;
  const isReady = to !== '' && (seen?.can ?? 0) > 0;
  const send = async () => {
    const name = seen?.targets.find((one) => one.cohort === to)?.name ?? '';
    const { moved, goesOn } = await move.mutateAsync({ members, to });
    onMoved(t(goesOn ? 'roster.move.going' : 'roster.move.done', { count: moved, cohort: name }));
  };
  return (
    <Dialog open modalType="non-modal" onOpenChange={(_, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle action={null}>{t('roster.move.title')}</DialogTitle>
          <DialogContent className={page.group}>
            <Ready query={check}>
              {(known) =>
                known.targets.length === 0 ? (
                  <p className={page.text}>{t('roster.move.noTarget')}</p>
                ) : (
                  <>
                    <p className={page.text}>{t('roster.move.lead')}</p>
                    <Where targets={known.targets} needsContact={known.hear > 0} to={to} onChange={setTo} />
                    <Outcome known={known} isChosen={to !== ''} />
                  </>
                )
              }
            </Ready>
            <Trouble text={trouble} />
          </DialogContent>
          <DialogActions fluid>
            <Button autoFocus onClick={onClose}>
              {t('cancel')}
            </Button>
            {isReady && (
              <Button appearance="primary" disabledFocusable={busy} onClick={() => void run(send)}>
                {t('roster.move.do', { count: seen?.can ?? 0 })}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface WhereProps {
  targets: MoveCheck['targets'];
  /** Somebody would be invited, which takes somebody to turn to. */
  needsContact: boolean;
  to: string;
  onChange(to: string): void;
}

function Where({ targets, needsContact, to, onChange }: WhereProps) {
  const { t } = useTranslation('console');
  return (
    <Field label={t('roster.move.to')}>
      <Select value={to} onChange={(_, { value }) => onChange(value)}>
        <option value="">{t('roster.move.pick')}</option>
        {targets.map(({ cohort, name, canInvite }) => {
          const isOpen = canInvite || !needsContact;
          return (
            <option key={cohort} value={cohort} disabled={!isOpen}>
              {isOpen ? name : t('roster.move.noContact', { name })}
            </option>
          );
        })}
      </Select>
    </Field>
  );
}

/** How many can be moved, and everybody who stays in a sentence of their own. */
function Outcome({ known, isChosen }: { known: MoveCheck; isChosen: boolean }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const styles = useStyles();
  const { can, hear, stay, more } = known;
  return (
    <div role="status" className={page.group}>
      {isChosen && (
        <p className={page.text}>
          {t('roster.move.can', { count: can })} {hear > 0 && t('roster.move.hear', { count: hear })}
        </p>
      )}
      {stay.length > 0 && (
        <>
          <p className={page.text}>{t('roster.move.stay', { count: stay.length + more })}</p>
          <ul className={styles.stay}>
            {stay.map(({ person, name, why }) => (
              <li key={person} className={page.text}>
                {t(`roster.move.why.${why}`, { name })}
              </li>
            ))}
            {more > 0 && <li className={page.quiet}>{t('roster.move.more', { count: more })}</li>}
          </ul>
        </>
      )}
    </div>
  );
}
