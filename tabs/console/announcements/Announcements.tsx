import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnouncementView } from '#api/contract/announcements.ts';
import { useAnnouncements } from '../../api/announcements.ts';
import { clockIn } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { useLeaving } from '../../parts/Unsaved.tsx';
import { AnnouncementForm, type Editing } from './AnnouncementForm.tsx';
import { type Draft, draftIn, EMPTY } from './draft.ts';
import { InName } from './InName.tsx';
import { Out } from './Out.tsx';
import { Waiting } from './Waiting.tsx';

/** What is written, what waits to be sent, what became of the others for each person, and what came back. */
export function Announcements({ cohort }: { cohort: string }) {
  const [draft, setDraft] = useState(EMPTY);
  const [editing, setEditing] = useState<Editing>();
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const [undone, setUndone] = useState('');
  const { timeZone } = useReader();
  const leave = useLeaving();
  const form = useRef<HTMLDivElement>(null);
  /** What is written there already is not lost without being asked. */
  const write = (next: Draft, of?: Editing, said = '') =>
    leave(() => {
      setUndone(said);
      setDraft(next);
      setEditing(of);
      form.current?.focus();
    });
  const undo = (view: AnnouncementView, wasSoon: boolean) => {
    const { title } = view;
    setUndone(t('waiting.calledBack', { title }));
    write(wasSoon ? draftIn(view) : draftOf(view), undefined, t('waiting.undone', { title }));
  };
  const clear = () => {
    setUndone('');
    setDraft(EMPTY);
    setEditing(undefined);
  };
  /** As it was written, with the minute that it was for. */
  const draftOf = (view: AnnouncementView): Draft => ({
    ...draftIn(view),
    ...(view.sendAt && clockIn(timeZone, view.sendAt)),
  });
  return (
    <>
      <div ref={form} tabIndex={-1}>
        <AnnouncementForm
          cohort={cohort}
          draft={draft}
          editing={editing}
          onChange={(part) => setDraft((known) => ({ ...known, ...part }))}
          onDone={clear}
        />
      </div>
      <p role="status" className={page.said}>
        {undone}
      </p>
      <InName cohort={cohort} />
      <AnnouncementPage
        cohort={cohort}
        before=""
        onChange={(view) => write(draftOf(view), { announcement: view.announcement, etag: view.etag })}
        onUndone={undo}
      />
    </>
  );
}

interface PageProps {
  cohort: string;
  before: string;
  onChange(view: AnnouncementView): void;
  /** What was about to go out is brought back for now, anything else for its minute. */
  onUndone(view: AnnouncementView, wasSoon: boolean): void;
}

/** So many at a time; those before are read when they are asked for. */
function AnnouncementPage({ before, ...props }: PageProps) {
  const { t } = useTranslation('console');
  const { cohort, onChange, onUndone } = props;
  const query = useAnnouncements(cohort, before);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Ready query={query}>
      {({ announcements, more }) => (
        <>
          {announcements.map((one) =>
            one.state === 'waiting' ? (
              <Waiting
                key={one.announcement}
                cohort={cohort}
                view={one}
                readAtMs={query.dataUpdatedAt}
                onChange={() => onChange(one)}
                onUndone={(wasSoon) => onUndone(one, wasSoon)}
              />
            ) : (
              <Out key={one.announcement} cohort={cohort} view={one} />
            ),
          )}
          {more && !isOpen && (
            <div>
              <Button onClick={() => setIsOpen(true)}>{t('announcement.earlier')}</Button>
            </div>
          )}
          {more && isOpen && <AnnouncementPage {...props} before={more} />}
        </>
      )}
    </Ready>
  );
}
