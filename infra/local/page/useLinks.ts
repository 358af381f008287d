import { useState } from 'react';
import type { LocalPerson, PeopleAnswer } from '#local/contract.ts';
import type { OtherChatIdea } from './chat/OtherChat.tsx';
import { parseLink, type TeamsLink } from './host/links.ts';
import type { MeetingIdea } from './meeting/NewMeeting.tsx';
import { useView } from './state/ViewProvider.tsx';
import type { Side } from './state/view.ts';

/** Teams keeps this page of an app for the chat with its bot. */
const BOT_CHAT = 'conversations';

/** Where links lead inside one column, and the dialogs they open there. */
export const useLinks = (side: Side, people: PeopleAnswer) => {
  const { seat } = useView();
  /** Counts how often the Turntable tab was opened anew. */
  const [visit, setVisit] = useState(0);
  const [meetingIdea, setMeetingIdea] = useState<MeetingIdea>();
  const [otherChat, setOtherChat] = useState<OtherChatIdea>();

  const byMail = (ids: string[]): LocalPerson[] =>
    people.people.filter(({ mail, directoryId }) => ids.includes(mail) || ids.includes(directoryId));
  const reload = (): void => setVisit(visit + 1);
  const follow = (link: TeamsLink): boolean => {
    switch (link.kind) {
      case 'tab':
        // Teams knows an app by the id of its catalogue alone.
        if (link.appId !== undefined && link.appId !== people.teamsAppId) return false;
        if (link.entityId === BOT_CHAT) {
          seat(side, { tab: 'chat' });
          return true;
        }
        reload();
        seat(side, { tab: 'turntable', subPageId: link.subPageId });
        return true;
      case 'newMeeting':
        setMeetingIdea({ ...link, people: byMail(link.mails).map(({ key }) => key) });
        return true;
      case 'chat':
        if (link.users.includes(people.bot.id)) seat(side, { tab: 'chat' });
        else setOtherChat({ people: byMail(link.users), message: link.message });
        return true;
      case 'call':
        setOtherChat({ people: byMail(link.users), message: '', isCall: true });
        return true;
      default:
        return link satisfies never;
    }
  };
  /** Links into Teams stay in the column, others open beside the page. */
  const openUrl = (url: string): void => {
    const link = parseLink(url);
    if (!link || !follow(link)) window.open(url, '_blank', 'noopener,noreferrer');
  };
  return { visit, reload, follow, openUrl, meetingIdea, setMeetingIdea, otherChat, setOtherChat };
};
