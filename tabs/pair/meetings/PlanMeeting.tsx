import { Button } from '@fluentui/react-components';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { useAction } from '../../parts/useAction.ts';
import { composeMeeting, openChatWith } from '../../teams.ts';
import { suggestTimes } from './suggestTimes.ts';

interface PlanMeetingProps {
  label: string;
  subject: string;
  content: string;
  /** As long as the words say. */
  minutes: number;
  /** Mail addresses of whom to ask. */
  attendees: string[];
  /** Label of the button that opens their chat instead; none without it. */
  write?: string;
}

/** Plans a meeting with the partner, in the dialog that Teams has for it, or in their chat. */
export function PlanMeeting({ label, subject, content, minutes, attendees, write }: PlanMeetingProps) {
  const page = usePageStyles();
  const { run, busy, trouble } = useAction();
  return (
    <div className={page.actions}>
      <Button
        appearance="primary"
        disabledFocusable={busy}
        onClick={() =>
          void run(() =>
            composeMeeting({ subject, content, attendees, ...suggestTimes(new Date(), minutes) }),
          )
        }
      >
        {label}
      </Button>
      {write && (
        <Button disabledFocusable={busy} onClick={() => void run(() => openChatWith(attendees))}>
          {write}
        </Button>
      )}
      <Trouble text={trouble} />
    </div>
  );
}
