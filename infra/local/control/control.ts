import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ChatAnswer, LocalMeeting, PeopleAnswer, StatusAnswer } from '#local/contract.ts';
import { install, uninstall } from '#local/teams/installing.ts';
import { book, endMeeting, moveIn, startMeeting } from '#local/teams/meetingRoster.ts';
import { findPerson, PEOPLE, type SeededPerson } from '#local/teams/people.ts';
import { type LocalTeams, presentPerson } from '#local/teams/teams.ts';
import { BOT, CLIENT_ID, MANIFEST_APP_ID, TEAMS_APP_ID, TENANT_ID } from '#local/teams/tenant.ts';
import { LocalRefusal } from './localRefusal.ts';
import { press, say } from './messages.ts';

const Instant = z.iso.datetime({ offset: true });
const Flaw = z.enum(['expired', 'audience', 'tenant', 'issuer', 'scope', 'key', 'unsigned']);
const TokenBody = z.object({ person: z.string(), flaw: Flaw.optional() });
const LanguageBody = z.object({ locale: z.string().min(1) });
const SayBody = z.object({ text: z.string().min(1) });
const PressBody = z.object({
  message: z.string(),
  chat: z.string().optional(),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    verb: z.string().optional(),
    data: z.unknown().optional(),
  }),
  inputs: z.record(z.string(), z.unknown()).optional(),
});
const MeetingBody = z.object({
  title: z.string().min(1),
  people: z.array(z.string()).min(1),
  startsAt: Instant.optional(),
  plannedEnd: Instant.optional(),
});
const EndBody = z.object({ loseEvent: z.boolean().default(false) });
const PresenceBody = z.object({ person: z.string(), isIn: z.boolean() });
const ClockBody = z.object({ advanceMs: z.number().int().min(0).max(4e10) });
const FaultsBody = z.array(
  z.object({
    do: z.enum(['refuse', 'accept', 'hang', 'kill', 'acceptAndKill']),
    status: z.number().int().min(400).max(599).optional(),
    code: z.string().optional(),
    retryAfterS: z.number().min(0).optional(),
    person: z.string().optional(),
    call: z.enum(['send', 'update', 'delete', 'create', 'members', 'meeting', 'any']).optional(),
    skip: z.number().int().min(0).optional(),
    times: z.number().int().min(1).optional(),
  }),
);
const AppBody = z.object({
  do: z.enum(['kill', 'start']),
  at: z.object({ write: z.number().int().min(1), moment: z.enum(['before', 'after']) }).optional(),
});

const ConditionsBody = z.object({
  isStorageAway: z.boolean().optional(),
  tokensAheadS: z.number().int().min(0).max(3_600).optional(),
});

export const presentStatus = ({ url, app, clock, conditions }: LocalTeams): StatusAnswer => ({
  url,
  conditions,
  ...app.status(),
  clock: clock.answer(),
});

/** Everything of `contract.ts`, to be registered under `/local/api`. */
export async function controlRoutes(api: FastifyInstance, teams: LocalTeams): Promise<void> {
  api.setErrorHandler((error, _request, reply) => {
    const sentence = error instanceof z.ZodError ? z.prettifyError(error) : String((error as Error).message);
    const status = error instanceof z.ZodError ? 400 : statusOf(error);
    return reply.status(status).send({ error: sentence });
  });
  peopleRoutes(api, teams);
  chatRoutes(api, teams);
  meetingRoutes(api, teams);
  machineRoutes(api, teams);
}

const statusOf = (error: unknown): number =>
  error instanceof LocalRefusal ? error.status : ((error as { statusCode?: number }).statusCode ?? 500);

function peopleRoutes(api: FastifyInstance, teams: LocalTeams): void {
  api.get(
    '/people',
    async (): Promise<PeopleAnswer> => ({
      tenantId: TENANT_ID,
      clientId: CLIENT_ID,
      teamsAppId: TEAMS_APP_ID,
      manifestAppId: MANIFEST_APP_ID,
      bot: BOT,
      people: PEOPLE.map((person) => presentPerson(teams, person)),
    }),
  );
  api.post('/tokens', async ({ body }) => {
    const { person, flaw } = TokenBody.parse(body);
    return teams.issuer.tabToken(getPerson({ person }), flaw, teams.conditions.tokensAheadS);
  });
}

function chatRoutes(api: FastifyInstance, teams: LocalTeams): void {
  api.get('/chats/:person', async ({ params }): Promise<ChatAnswer> => {
    const { chatId } = getPerson(params);
    return { chat: chatId, messages: teams.chats.list(chatId) };
  });
  api.post('/chats/:person/messages', async ({ params, body }) =>
    say(teams, getPerson(params), SayBody.parse(body).text),
  );
  api.post('/chats/:person/actions', async ({ params, body }) =>
    press(teams, getPerson(params), PressBody.parse(body)),
  );
  api.post('/chats/:person/language', async ({ params, body }) => {
    teams.languages.set(getPerson(params).key, LanguageBody.parse(body).locale);
    return {};
  });
  api.post('/chats/:person/install', async ({ params }) => {
    const person = getPerson(params);
    if (!(await install(teams, person)))
      throw new LocalRefusal(502, 'The bot did not answer the installation.');
    return presentPerson(teams, person);
  });
  api.post('/chats/:person/uninstall', async ({ params }) => {
    const person = getPerson(params);
    await uninstall(teams, person);
    return presentPerson(teams, person);
  });
}

function meetingRoutes(api: FastifyInstance, teams: LocalTeams): void {
  const getMeeting = (params: unknown): LocalMeeting => {
    const { meeting: id } = params as { meeting: string };
    const meeting = teams.meetings.find(id);
    if (!meeting) throw new LocalRefusal(404, `There is no meeting ${id}.`);
    return meeting;
  };
  api.get('/meetings', async () => teams.meetings.list());
  api.post('/meetings', async ({ body }) => book(teams, MeetingBody.parse(body)));
  api.get('/meetings/:meeting/messages', async ({ params }): Promise<ChatAnswer> => {
    const { chatId } = getMeeting(params);
    return { chat: chatId, messages: teams.chats.list(chatId) };
  });
  api.post('/meetings/:meeting/start', async ({ params }) => startMeeting(teams, getMeeting(params)));
  api.post('/meetings/:meeting/presence', async ({ params, body }) =>
    moveIn(teams, getMeeting(params), PresenceBody.parse(body)),
  );
  api.post('/meetings/:meeting/end', async ({ params, body }) =>
    endMeeting(teams, getMeeting(params), EndBody.parse(body ?? {}).loseEvent),
  );
}

/** The clock, what goes wrong, the log, and the app as a process. */
function machineRoutes(api: FastifyInstance, teams: LocalTeams): void {
  api.get('/clock', async () => teams.clock.answer());
  api.post('/clock', async ({ body }) => {
    teams.clock.advance(ClockBody.parse(body).advanceMs);
    teams.events.tell({ kind: 'clock', clock: teams.clock.answer() });
    await teams.app.tick(teams.clock.offsetMs);
    return teams.clock.answer();
  });
  api.get('/faults', async () => teams.faults.list());
  api.post('/faults', async ({ body }) => {
    teams.faults.set(FaultsBody.parse(body));
    return teams.faults.list();
  });
  api.post('/conditions', async ({ body }) => {
    Object.assign(teams.conditions, ConditionsBody.parse(body));
    teams.events.tell({ kind: 'app', status: presentStatus(teams) });
    return presentStatus(teams);
  });
  api.get('/log', async ({ query }) => {
    const after = Number((query as { after?: string }).after ?? 0);
    return teams.log.entries.filter(({ seq }) => seq > after);
  });
  api.get('/status', async () => presentStatus(teams));
  api.post('/app', async ({ body }) => {
    const wanted = AppBody.parse(body);
    if (wanted.do === 'start') await teams.app.start();
    else if (wanted.at) teams.app.killAt = wanted.at;
    else await teams.app.kill();
    return presentStatus(teams);
  });
}

function getPerson(params: unknown): SeededPerson {
  const { person: id } = params as { person: string };
  const person = findPerson(id);
  if (!person) throw new LocalRefusal(404, `Nobody here is called ${id}.`);
  return person;
}
