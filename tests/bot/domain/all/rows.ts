import type { LookupRows } from '#domain/all/lookups.ts';
import type { Notice } from '#domain/all/notices.ts';
import type { RowsOf } from '#domain/all/rows.ts';
import type { Brand, CohortId, ConcernId, Day, Instant, PairId, TopicId } from '#domain/basics/ids.ts';
import { asId, type PersonId } from '#domain/basics/ids.ts';
import type { Somebody } from '#domain/basics/privacy.ts';
import { emptyMemo } from '#domain/enrolment/conversation.ts';
import type { DeliveryRows } from '#domain/notices/rows.ts';
import { emptyProfile } from '#domain/profile/profile.ts';

export interface Sample {
  partition: string;
  id: string;
  value: unknown;
}

type Samples<Rows> = {
  [K in keyof Rows]:
    | (Omit<Sample, 'value'> & { value: Rows[K] })
    | (Omit<Sample, 'value'> & { value: Rows[K] })[];
};

const id = <T extends Brand<string>>(text: string): T => asId<T>(text);
const clara = id<PersonId>('clara');
const aisha = id<PersonId>('aisha');
const [cohort, pair] = [id<CohortId>('pilot'), id<PairId>('p1')];
const at = id<Instant>('2026-11-23T09:00:00.000Z');
const [startsOn, endsOn] = [id<Day>('2026-11-23'), id<Day>('2027-05-31')];

export const CLARA: Somebody = {
  ...{ person: clara, mail: 'clara@turntable.example', directoryId: 'oid-clara' },
  ...{ names: ['Clara Exampleton', 'Clara'], pseudonym: 'c0ffee' },
};

const own = <V>(value: V, of = ''): { partition: string; id: string; value: V } => ({
  partition: clara,
  id: of,
  value,
});
const inPair = <V>(value: V, of = '') => ({ partition: 'p1', id: of, value });
const inCohort = <V>(value: V, of = '') => ({ partition: 'pilot', id: of, value });
const outbox = {
  at,
  message: {
    ...{ kind: 'notify' as const, job: 'feedback_p1', to: clara },
    notice: { kind: 'paired' as const, pair },
  },
};
/** News for Aisha that speaks of Clara. */
const toAisha = <N extends Notice>(job: string, notice: N) => ({
  at,
  message: { kind: 'notify' as const, job, to: aisha, notice },
});
const person = {
  ...{ name: 'Clara Exampleton', mail: CLARA.mail, directoryId: CLARA.directoryId },
  ...{ signInName: CLARA.mail, addresses: [CLARA.mail], joinedTo: '' as const },
};
const said = {
  ...{ name: 'Clara Exampleton', mail: CLARA.mail, manager: '' as const, department: 'Finance' },
  ...{ location: 'London', by: aisha, at, source: '' },
};
const contact = {
  ...{ seat: 'contact' as const, state: 'accepted' as const, written: 'Clara Exampleton', at, askings: 1 },
};
const aBreak = { until: endsOn, resumesAt: at };
const goal = { goal: id<never>('g1'), owner: clara, text: 'Understand AI', confidence: 2, at, seq: 1 };
const member = { role: 'executive' as const, answer: 'yes' as const, answerBy: at };
const bo = id<PersonId>('bo');
const exchange = {
  ...{ exchange: id<never>('x1'), by: clara, to: aisha, kind: 'introduction' as const, at },
  ...{ text: 'Clara opened a door', writer: clara },
};
const learning = {
  ...{ learning: id<never>('l1'), writer: clara, kind: 'ripple' as const, at, seq: 1 },
  ...{ text: 'Clara’s team begins with a question', shared: false },
};
const feedback = {
  ...{ occurrence: id<never>('o1'), person: clara, worthTheHour: 5, learned: 'How models fail.', at },
  ...{ surprised: '', balanced: 'yes' as const, candid: 'yes' as const, goOn: 'yes' as const },
  ...{ shared: true, from: 'card' as const },
};
const jotting = {
  ...{ jotting: id<never>('j1'), person: clara, occurrence: id<never>('o1'), text: 'Ask for the draft', at },
  ...{ shared: true, seq: 1 },
};
const curiosity = { person: clara, n: 1, text: 'What do you skip?', shared: true, at, seq: 1 };
const cell = {
  ...{ of: 'candid' as const, role: 'all' as const, from: '2026-10', to: '2026-10' },
  ...{ value: 80, edge: 'orMore' as const },
};
const step = { reads: 'few' as const, count: 0, of: 12, on: startsOn, least: 0 };
const funnel = { invited: 12, joined: 10, introduced: 9, paired: 9 };
const closing = {
  ...{ endsOn, person: clara, worth: 5, words: 'I ask before I explain.', shared: true, at, seq: 1 },
};
const gathering = {
  ...{ gathering: 'g1', at, startsAt: at, minutes: 60, place: 'Room 4', line: '', question: 0 },
  state: 'called' as const,
};
const inName = {
  ...{ announcement: id<never>('a2'), title: 'Half-time', text: 'Three months', at, word: 'Shorter' },
  ...{ audience: 'everyone' as const, state: 'declined' as const },
};
const suggested = {
  ...{ role: 'executive' as const, at, isOpen: true, directoryId: '', mail: '', name: '' },
};
const line = {
  ...{ name: 'Clara Exampleton', mail: CLARA.mail, directoryId: '', role: 'executive' as const, line: 2 },
  ...{ manager: '', isManagerHere: false, department: '', location: '' },
  ...{ would: 'add' as const, person: '' as const, above: '' as const },
};
const agreementText = {
  ...{ respectForTime: '', whatItIs: 'Clara learns from Aisha.', whatItIsNot: '' },
  ...{ executiveWantsToLearn: '', howEachHelps: 'Aisha shows, Clara opens doors.', whereAndHow: '' },
  ...{ rhythm: 'none' as const, endsOn },
};

const channel = {
  ...{ serviceUrl: 'https://smba.example', conversationId: 'a:1', tenantId: 't', userId: '29:c' },
  ...{ botId: '28:b', state: 'open' as const },
};

type Looked = 'oid' | 'mail' | 'seen_press' | 'unsaid';

/** One or more rows of every kind that speak of Clara; a new kind of row does not compile without one. */
export const aRowOfEachKind: {
  [Table in keyof RowsOf]: Samples<RowsOf[Table]>;
} & { deliveries: Samples<DeliveryRows>; lookups: Samples<Pick<LookupRows, Looked>> } = {
  people: {
    person: [
      own(person),
      {
        partition: aisha,
        id: '',
        value: { ...person, name: '', mail: '', directoryId: '', addresses: [], joinedTo: clara },
      },
    ],
    said: [
      own(said, cohort),
      { partition: aisha, id: cohort, value: { ...said, name: 'Aisha', mail: '', manager: clara } },
      {
        ...{ partition: 'meera', id: cohort },
        value: {
          ...{ ...said, name: 'Meera', mail: '', by: clara },
          before: { ...said, name: 'Meera', mail: '', manager: clara },
        },
      },
    ],
    sameas: [
      own({ into: aisha, holds: true, by: id<never>('noor'), at }, cohort),
      { partition: 'meera', id: cohort, value: { into: clara, holds: false, by: clara, at } },
    ],
    photo: {
      partition: 'photo_clara',
      id: '',
      value: { person: clara, at, begin: 'a', middle: '', end: '' },
    },
    settings: own({ locale: 'en', timeZone: 'UTC', newsMuted: false }),
    channel: own(channel),
    profile: own(emptyProfile('UTC', ['en'])),
    enrolment: own(
      { cohortName: 'Finance pilot', role: 'executive', state: 'joined', invitedAt: at, answeredAt: at },
      cohort,
    ),
    champion: own({ cohort }, cohort),
    contact: own({ cohort }, cohort),
    sponsor: own({ cohort }, cohort),
    reply: own({ announcement: id<never>('a1'), from: clara, text: 'Thank you', at }, 'r1'),
    pair: [
      own({ cohort, role: 'executive', partners: [aisha] }, pair),
      { partition: aisha, id: pair, value: { cohort, role: 'mentor', partners: [clara] } },
    ],
    slot: own({ pair }, '0'),
    search: [
      own({ search: 's1', state: 'choosing', mentors: [], others: true, startedAt: at }, cohort),
      {
        ...{ partition: 'meera', id: cohort },
        value: {
          ...{ search: 's2', state: 'choosing', others: true, startedAt: at },
          mentors: [{ person: clara, reasons: [], fit: 500, state: 'open' }],
        },
      },
    ],
    nudges: own({
      told: [{ pair, rule: 'firstMeeting' as const, occasion: '1', at }],
      later: [{ pair, rule: 'sign' as const, occasion: '2', until: at }],
    }),
    erasing: own({
      ...CLARA,
      ...{
        askedAt: at,
        addresses: [CLARA.mail],
        wholeNames: ['Clara Exampleton'],
        pairs: ['p1'],
        gone: 'gone-1',
        table: 0,
        after: '',
        hasFound: false,
      },
    }),
    conversation: own({
      ...{ about: 'none', cohort: '', step: '', trail: [], memo: emptyMemo(), turns: 0, heardAt: at },
    }),
    unreadable: [
      own({ wants: 'odd' }, 'profile_0123'),
      { partition: aisha, id: 'search_pilot_0123', value: { mentors: clara } },
    ],
    outbox: [
      own(outbox, '1'),
      {
        ...{ partition: aisha, id: '2' },
        value: toAisha('searchNews_s1_1', { kind: 'searchNews', cohort, search: 's1', past: clara }),
      },
    ],
  },
  pairs: {
    pair: [
      inPair({
        ...{ cohort, cohortName: 'Finance pilot', state: 'paused', fit: 800, introducedAt: at },
        pause: { ...aBreak, by: aisha, leave: { before: { ...aBreak, by: clara, leave: {} } } },
        ...{ activeSince: at, asked: clara },
        reasons: [
          { kind: 'learn', topic: asId<TopicId>('own:Clara’s bees'), strength: 3, label: 'Clara’s bees' },
        ],
        members: [
          { ...member, person: clara, name: 'Clara Exampleton' },
          { ...member, person: aisha, name: 'Aisha Specimen', role: 'mentor' },
        ],
      }),
      {
        ...{ partition: 'p2', id: '' },
        value: {
          ...{ cohort, cohortName: 'Finance pilot', state: 'active', fit: 800, introducedAt: at },
          ...{ activeSince: at, reasons: [] },
          members: [
            { ...member, person: id<PersonId>('meera'), name: 'Meera Namoona' },
            {
              ...{ ...member, person: aisha, name: 'Aisha Specimen', role: 'mentor' as const },
              reasons: [{ kind: 'giveBack', topic: asId<TopicId>('own:bees'), label: 'bees' }],
            },
          ],
          apart: [{ ...member, person: clara, name: 'Clara Exampleton', role: 'mentor', leftAt: at }],
        },
      },
    ],
    agreement: inPair({ version: 1, text: agreementText, by: clara, at }, '0001'),
    signature: inPair(
      { version: 1, person: clara, at, hash: 'a'.repeat(64), confidentiality: true as const },
      '0001_clara',
    ),
    withdrawal: inPair({ version: 1, person: clara, at }, '0001'),
    goal: [
      inPair({ ...goal, state: 'open' }, 'g1'),
      inPair({ ...goal, owner: aisha, text: 'Learn from Clara', state: 'open' }, 'g2'),
    ],
    goalstep: inPair({ ...goal, state: 'open' }, 'g1_0001'),
    meeting: inPair({
      ...{ occurrence: id<never>('o1'), teamsMeeting: 'm', teamsChat: 'c', startedAt: at, plannedEnd: at },
      state: 'open',
    }),
    panel: inPair({ occurrence: id<never>('o1'), prompt: id<never>('q1'), first: clara, turn: 1 }),
    prompt: inPair({ prompt: id<never>('q1'), drawn: 1, state: 'drawn', at }, 'q1'),
    feedback: [
      inPair(feedback, 'o1_clara'),
      inPair({ ...feedback, shared: false }, 'o1_clara'),
      inPair({ ...feedback, person: aisha, learned: 'Clara knows everybody.' }, 'o1_aisha'),
    ],
    jotting: [
      inPair(jotting, 'j1'),
      inPair({ ...jotting, shared: false }, 'j2'),
      inPair({ ...jotting, person: aisha, text: 'Clara asks well.' }, 'j3'),
    ],
    curiosity: [
      inPair(curiosity, 'clara_0001'),
      inPair({ ...curiosity, person: aisha, text: 'What does Clara skip?' }, 'aisha_0001'),
    ],
    closing: [
      inPair(closing, `${endsOn}_clara`),
      inPair({ ...closing, shared: false }, `${endsOn}_clara`),
      inPair({ ...closing, person: aisha, words: 'Clara listens.' }, `${endsOn}_aisha`),
    ],
    exchange: [
      inPair(exchange, 'x1'),
      inPair({ ...exchange, by: aisha, to: clara, writer: aisha, text: '' }, 'x2'),
      inPair({ ...exchange, by: aisha, to: bo, writer: bo, text: 'For Clara Exampleton’s talk' }, 'x3'),
    ],
    learning: [
      inPair(learning, 'l1'),
      inPair({ ...learning, shared: true }, 'l2'),
      inPair({ ...learning, writer: aisha, shared: true, text: 'Clara knows everybody.' }, 'l3'),
    ],
    unreadable: [
      inPair({ learned: 'How models fail.' }, 'feedback_o1_clara_0123'),
      inPair({ learned: 'Clara knows everybody.' }, 'feedback_o1_aisha_0123'),
    ],
    outbox: [
      inPair(outbox, '1'),
      inPair(toAisha('leftCircle_1', { kind: 'leftCircle', pair, person: clara }), '2'),
    ],
  },
  cohorts: {
    cohort: inCohort({
      ...{
        name: 'Finance pilot',
        kind: 'pilot',
        state: 'running',
        startsOn,
        endsOn,
        fitFloor: 0,
        createdAt: at,
        tweaks: ['Ask Clara first'],
        attributes: [{ name: 'Style', why: 'Clara asked for it' }],
        prefers: [{ name: 'Style', much: 'some' }],
      },
    }),
    champion: inCohort({ since: at }, clara),
    sponsor: inCohort({ since: at }, clara),
    gathering: inCohort({ ...gathering, by: clara }, 'g1'),
    coming: inCohort({ at }, 'g1_clara'),
    inname: [
      inCohort({ ...inName, by: aisha, sponsor: clara }, 'a2'),
      inCohort({ ...inName, by: clara, sponsor: aisha }, 'a3'),
    ],
    contact: [
      inCohort({ ...contact, by: aisha }, clara),
      inCohort({ ...contact, written: 'Aisha Specimen', by: clara }, aisha),
    ],
    suggestion: [
      inCohort({ ...suggested, by: clara, mail: 'bo@turntable.example', name: 'Bo Sample' }, 'clara_0'),
      inCohort({ ...suggested, by: aisha, mail: CLARA.mail, name: '' }, 'aisha_0'),
      inCohort({ ...suggested, by: aisha, directoryId: CLARA.directoryId, name: 'Exampleton' }, 'aisha_1'),
      inCohort({ ...suggested, by: aisha, name: 'Clara Exampleton' }, 'aisha_2'),
    ],
    named: inCohort({ name: 'Clara Exampleton' }, 'executive_clara'),
    member: [
      inCohort({ role: 'executive', state: 'joined', waiting: false, attributes: { Style: 'Blue' } }, clara),
      inCohort(
        { role: 'mentor', state: 'joined', waiting: false, attributes: { Buddy: 'Clara Exampleton' } },
        'meera',
      ),
      inCohort(
        {
          ...{ role: 'executive', state: 'joined', waiting: false },
          joined: [
            {
              ...{ from: clara, address: '', at },
              was: { role: 'executive', state: 'invited', waiting: false },
            },
          ],
        },
        aisha,
      ),
    ],
    import: inCohort({
      ...{ id: 'i1', state: 'refused', by: clara, at, file: 'people.csv', encoding: 'utf-8' },
      ...{
        sample: CLARA.names[0] ?? '',
        ignored: [],
        lines: 2,
        hasAddresses: false,
        parts: 2,
        partsDone: 2,
        linesDone: 2,
      },
      ...{ added: 2, changed: 0, unchanged: 0, problemCount: 1 },
      problems: [{ line: 2, column: 'mail', word: 'twice', values: { value: CLARA.mail, first: 1 } }],
    }),
    importpart: [
      inCohort({ lines: [line] }, 'i1_0000'),
      inCohort(
        {
          lines: [
            {
              ...line,
              person: '',
              name: 'Bo',
              mail: 'bo@turntable.example',
              attributes: { Buddy: CLARA.mail },
            },
          ],
        },
        'i1_0002',
      ),
      inCohort(
        { lines: [{ ...line, name: 'Aisha', mail: 'aisha@turntable.example', manager: CLARA.mail }] },
        'i1_0001',
      ),
    ],
    pair: [
      inCohort({ executive: clara, mentor: aisha, state: 'paired' }, pair),
      inCohort({ executive: aisha, mentor: bo, others: [clara], state: 'paired' }, 'p2'),
    ],
    audit: [
      inCohort({ at, by: clara, did: 'invite', about: '3' }, 'x'),
      inCohort({ at, by: aisha, did: 'pin', about: 'clara_aisha' }, 'y'),
    ],
    announcement: inCohort(
      {
        ...{ announcement: id<never>('a1'), by: clara, title: 'Halfway', text: 'Cake', at },
        ...{ audience: 'everyone', status: 'paired', team: 'Tax', state: 'sent', people: 2, tries: 1 },
        ...{ image: { address: 'https://x.example/a.png', alt: 'A cake' }, revision: 1, corrected: at },
        buttons: [{ title: 'Recipe', address: 'https://x.example/recipe' }],
      },
      'a1',
    ),
    audience: inCohort({ people: [aisha, clara] }, 'a1_0000'),
    replyref: inCohort({ from: clara, reply: 'r1', at }, 'a1_r1'),
    round: inCohort(
      {
        ...{ number: 1, state: 'published', ranAt: at, by: clara, provenBest: true, covered: 1, total: 1 },
      },
      '0001',
    ),
    proposal: inCohort(
      {
        ...{ round: 1, executive: clara, mentor: aisha, fit: 800, reasons: [], pair: '', state: 'proposed' },
      },
      '0001_00001',
    ),
    leftout: inCohort(
      { round: 1, person: clara, role: 'executive', reason: 'noRoom' },
      '0001_clara_executive',
    ),
    wish: inCohort({ executive: clara, mentor: aisha, wish: 'pin', by: aisha, at }, 'clara_aisha'),
    run: inCohort({
      ...{
        state: 'idle',
        run: 'r1',
        by: clara,
        startedAt: at,
        at,
        phase: 'save',
        part: 100,
        cancelAsked: false,
      },
    }),
    measure: [
      inCohort({ kind: 'ripple', role: 'executive', month: '2026-11' }, `l1_${CLARA.pseudonym}`),
      inCohort(
        {
          kind: 'feedback',
          role: 'executive',
          month: '2026-11',
          worthTheHour: 5,
          balanced: 'yes',
          candid: 'yes',
        },
        `o1_${CLARA.pseudonym}`,
      ),
      inCohort(
        { kind: 'kept', role: 'executive', month: '2026-12', held: 1, wished: 2 },
        `kept-p-2026-12_${CLARA.pseudonym}`,
      ),
      inCohort(
        { kind: 'began', role: 'executive', month: '2026-11', confidence: 2 },
        `began-g1-2026-11_${CLARA.pseudonym}`,
      ),
    ],
    publication: inCohort(
      {
        ...{ at, through: '2026-10', cells: [cell] },
        steps: { signed: step, met: step, learned: step, ripple: step },
        funnel: { executive: funnel, mentor: funnel },
      },
      '2026-11-23',
    ),
    review: inCohort({ decision: 'adjust', tweaks: ['Ask Clara first'], by: clara, at }),
    outbox: [
      inCohort(outbox, '1'),
      inCohort(toAisha('champion_pilot_1', { kind: 'champion', cohort, by: clara }), '4'),
      inCohort(toAisha('sponsor_pilot_1', { kind: 'sponsor', cohort, by: clara }), '5'),
      inCohort(
        { at, message: { kind: 'membersAway', cohort, away: [{ person: clara, until: endsOn }] } },
        '2',
      ),
      inCohort(
        {
          at,
          message: {
            ...{ kind: 'membersAway', cohort },
            away: [clara, aisha].map((person) => ({ person, until: endsOn })),
          },
        },
        '3',
      ),
    ],
  },
  concerns: {
    concern: [
      {
        ...{ partition: aisha, id: 'n1' },
        value: { author: clara, cohort, at, state: 'raised', text: 'Clara was shouted at.' },
      },
      own({ author: aisha, cohort, at, state: 'takenBack' }, 'n2'),
    ],
    raised: [
      own({ concerns: [{ concern: id<ConcernId>('n1'), to: aisha, at, said: 'c0ffee' }] }),
      {
        ...{ partition: aisha, id: '' },
        value: { concerns: [{ concern: id<ConcernId>('n3'), to: clara, at, said: 'c0ffee' }] },
      },
    ],
    unreadable: own({ concerns: 'odd' }, 'raised_0123'),
    outbox: own(
      {
        at,
        message: {
          ...{ kind: 'notify', job: 'n1', to: clara },
          notice: { kind: 'concern', concern: id<ConcernId>('n1') },
        },
      },
      '1',
    ),
  },
  deliveries: {
    person: [
      {
        ...{ partition: 'job_3', id: clara },
        value: {
          ...{ job: 'job', person: clara, state: 'sent', reason: '', attempts: 1, at, activity: '1' },
          amended: { revision: 1, state: 'shown', tries: 1 },
        },
      },
      {
        ...{ partition: 'searchNews_s1_clara_3', id: aisha },
        value: {
          ...{ job: 'searchNews_s1_clara', person: aisha, state: 'sent', reason: '', attempts: 1 },
          ...{ at, activity: '1' },
        },
      },
    ],
  },
  lookups: {
    oid: {
      partition: 'oid',
      id: CLARA.directoryId,
      value: { person: clara, isMet: true, isAsked: true, seen: [CLARA.mail] },
    },
    mail: { partition: 'mail', id: CLARA.mail, value: { person: clara } },
    seen_press: {
      ...{ partition: 'seen_press', id: 'chat_1' },
      value: { id: '1', state: 'done', atMs: 1, person: clara, answer: `${CLARA.names[0]} takes part` },
    },
    unsaid: {
      ...{ partition: 'unsaid', id: 'unsaid-1' },
      value: {
        person: clara,
        channel,
        replyTo: '1',
        message: '{"text":"What would you love to understand?"}',
        sinceMs: 0,
      },
    },
  },
};
