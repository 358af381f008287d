import type { TurnContext } from 'botbuilder';
import botbuilder from 'botbuilder';
import { z } from 'zod';
import { Expiring } from '#domain/basics/expiring.ts';
import { faultOf } from '#usecases/story/fault.ts';
import type { Log, MeetingAsked, Presence, TeamsMeetings } from '#usecases/story/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { statusOf } from './outcome.ts';
import { isAllowedServiceUrl } from './serviceUrls.ts';

/** While a panel waits it looks every second or two: Teams is asked less often than that. */
const KNOWN_IN_MS = 20_000;
const KNOWN_OUT_MS = 4_000;
const MOST_KNOWN = 5_000;

const Participant = z.object({
  meeting: z.object({ inMeeting: z.boolean().catch(false) }).catch({ inMeeting: false }),
  conversation: z.object({ id: z.string() }).catch({ id: '' }),
});
const Details = z.object({
  details: z.object({ scheduledStartTime: z.coerce.date(), scheduledEndTime: z.coerce.date() }),
});

export interface AskedMeetingsParts {
  adapter: TeamsAdapter;
  appId: string;
  tenantId: string;
  serviceUrls: readonly string[];
  log: Log;
}

/** The id by which Teams is asked: a meeting's id is the base64 of `0#<chat id>#0`. */
const meetingIdOf = ({ teamsMeeting, teamsChat }: MeetingAsked): string =>
  teamsMeeting || Buffer.from(`0#${teamsChat}#0`).toString('base64');

/** What `TeamsInfo.getMeetingInfo` says of the meeting's times; undefined when it says none. */
export async function timesOf(context: TurnContext, meetingId?: string) {
  const read = Details.safeParse(await botbuilder.TeamsInfo.getMeetingInfo(context, meetingId));
  if (!read.success) return undefined;
  const { scheduledStartTime, scheduledEndTime } = read.data.details;
  return { startsAt: scheduledStartTime.toISOString(), plannedEnd: scheduledEndTime.toISOString() };
}

/** Teams asked about meetings with the bot's own permissions (resource-specific consent of the manifest). */
export class AskedMeetings implements TeamsMeetings {
  readonly #with: AskedMeetingsParts;
  readonly #known = new Expiring<Presence>(MOST_KNOWN);

  constructor(parts: AskedMeetingsParts) {
    this.#with = parts;
  }

  async findPresence(asked: MeetingAsked & { directoryId: string }): Promise<Presence | undefined> {
    const key = `${meetingIdOf(asked)}\n${asked.directoryId}`;
    const known = this.#known.find(key, performance.now());
    if (known) return known;
    const presence = await this.#askPresence(asked);
    const forMs = presence?.isIn ? KNOWN_IN_MS : KNOWN_OUT_MS;
    if (presence) this.#known.keep(key, presence, { nowMs: performance.now(), forMs });
    return presence;
  }

  findTimes(asked: MeetingAsked) {
    return this.#ask(asked, (context) => timesOf(context, meetingIdOf(asked)));
  }

  async #askPresence(asked: MeetingAsked & { directoryId: string }): Promise<Presence | undefined> {
    const { tenantId } = this.#with;
    return this.#ask(asked, async (context) => {
      try {
        const id = meetingIdOf(asked);
        const said = await botbuilder.TeamsInfo.getMeetingParticipant(
          context,
          id,
          asked.directoryId,
          tenantId,
        );
        const { meeting, conversation } = Participant.parse(said);
        return { isInvited: true, isIn: meeting.inMeeting, teamsChat: conversation.id };
      } catch (error) {
        if (statusOf(error) === 404) return { isInvited: false, isIn: false, teamsChat: '' };
        throw error;
      }
    });
  }

  /** botbuilder swallows what a proactive turn throws, so what became of it is carried out by hand. */
  async #ask<R>(asked: MeetingAsked, ask: (context: TurnContext) => Promise<R>): Promise<R | undefined> {
    const { adapter, appId, serviceUrls, log } = this.#with;
    const serviceUrl = isAllowedServiceUrl(asked.serviceUrl, serviceUrls) ? asked.serviceUrl : serviceUrls[0];
    if (!serviceUrl || meetingIdOf(asked) === '') return undefined;
    let answer: R | undefined;
    try {
      await adapter.continueConversationAsync(appId, this.#reference(asked, serviceUrl), async (context) => {
        try {
          answer = await ask(context);
        } catch (error) {
          log.warn({ err: faultOf(error) }, 'Teams does not say who is in a meeting, or when');
        }
      });
    } catch (error) {
      log.warn({ err: faultOf(error) }, 'Teams could not be asked about a meeting');
    }
    return answer;
  }

  #reference({ teamsChat }: MeetingAsked, serviceUrl: string) {
    const { appId, tenantId } = this.#with;
    return {
      channelId: 'msteams',
      serviceUrl,
      conversation: {
        id: teamsChat || 'meeting',
        tenantId,
        conversationType: 'groupChat',
        isGroup: true,
        name: '',
      },
      bot: { id: `28:${appId}`, name: '' },
    };
  }
}
