import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ConnectorCall, Fault, LogEntry } from '#local/contract.ts';
import { findPerson } from '#local/teams/people.ts';
import type { LocalTeams } from '#local/teams/teams.ts';
import type { Call, CallAnswer } from './call.ts';
import { connectorError } from './faults.ts';
import { listMembers, meetingInfo, meetingParticipant, oneMember, pageOfMembers } from './reads.ts';
import { createConversation, deleteActivity, sendActivity, updateActivity } from './writes.ts';

type Take = (teams: LocalTeams, asked: Call) => CallAnswer;

/** The Bot Connector's REST interface as far as a Teams bot needs it; method, path, what it is, who does it. */
const CALLS: ['GET' | 'POST' | 'PUT' | 'DELETE', string, ConnectorCall, Take][] = [
  ['POST', 'v3/conversations', 'create', createConversation],
  ['POST', 'v3/conversations/:chat/activities', 'send', sendActivity],
  ['POST', 'v3/conversations/:chat/activities/:activity', 'send', sendActivity],
  ['PUT', 'v3/conversations/:chat/activities/:activity', 'update', updateActivity],
  ['DELETE', 'v3/conversations/:chat/activities/:activity', 'delete', deleteActivity],
  ['GET', 'v3/conversations/:chat/activities/:activity/members', 'members', listMembers],
  ['GET', 'v3/conversations/:chat/members', 'members', listMembers],
  ['GET', 'v3/conversations/:chat/pagedmembers', 'members', pageOfMembers],
  ['GET', 'v3/conversations/:chat/members/:member', 'members', oneMember],
  ['GET', 'v1/meetings/:meeting', 'meeting', meetingInfo],
  ['GET', 'v1/meetings/:meeting/participants/:member', 'meeting', meetingParticipant],
];

/** Registers the connector under `/local/connector`. Every call is logged, with what came of it. */
export function connectorRoutes(front: FastifyInstance, teams: LocalTeams): void {
  for (const [method, path, call, take] of CALLS)
    front.route({
      method,
      url: `/local/connector/${path}`,
      handler: async (request, reply) => answer(teams, { call, take, asked: request as Call, reply }),
    });
}

interface Called {
  call: ConnectorCall;
  take: Take;
  asked: Call;
  reply: FastifyReply;
}

async function answer(teams: LocalTeams, called: Called): Promise<FastifyReply> {
  const { call, take, asked, reply } = called;
  if (!(await teams.issuer.isBot(asked.headers.authorization))) {
    note(teams, called, { status: 401, body: {} });
    return reply.status(401).send(connectorError(401, 'Unauthorized'));
  }
  const fault = teams.faults.take(call, personOf(asked)?.key);
  if (fault) return spoil(teams, called, fault);
  const taken = take(teams, asked);
  note(teams, called, taken);
  return reply.status(taken.status).send(taken.body);
}

/** Goes wrong in the way that was asked for. */
async function spoil(teams: LocalTeams, called: Called, fault: Fault): Promise<FastifyReply> {
  const isTaken = fault.do === 'accept' || fault.do === 'acceptAndKill';
  const taken = isTaken ? called.take(teams, called.asked) : undefined;
  const isAnswered = fault.do === 'refuse' || fault.do === 'accept';
  const status = isAnswered ? (fault.status ?? 502) : 0;
  note(teams, called, { ...taken, status, body: {} });
  if (fault.do === 'kill' || fault.do === 'acceptAndKill') await teams.app.kill();
  if (!isAnswered) return called.reply.hijack();
  if (fault.retryAfterS !== undefined) called.reply.header('retry-after', fault.retryAfterS);
  return called.reply.status(status).send(connectorError(status, fault.code));
}

function note(teams: LocalTeams, { call, asked }: Called, taken: CallAnswer): void {
  const { status, chat, activity, activityType, gist } = taken;
  const person = personOf(asked)?.key;
  const entry: LogEntry = {
    seq: (teams.log.entries.at(-1)?.seq ?? 0) + 1,
    realAt: new Date().toISOString(),
    at: teams.clock.instant(),
    call,
    method: asked.method,
    path: asked.url.replace('/local/connector', ''),
    status,
    accepted: activity !== undefined,
    chat: chat ?? asked.params.chat,
    ...(person ? { person } : {}),
    ...(activity ? { activity, activityType, gist } : {}),
  };
  teams.log.add(entry);
}

/** Whose personal chat a call is about. */
const personOf = ({ params, body }: Call) => {
  const [member] = (body?.members ?? []) as { id?: string }[];
  return findPerson(params.chat ?? member?.id ?? '');
};
