import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { AgreementBody } from '#api/contract/agreement.ts';
import { AnnouncementBody } from '#api/contract/announcements.ts';
import { CohortBody } from '#api/contract/cohorts.ts';
import { ExchangeBody, LearningBody, TimelineAsked } from '#api/contract/exchanges.ts';
import { GoalBody } from '#api/contract/goals.ts';
import { FeedbackBody } from '#api/contract/meetings.ts';
import { ProfileBody } from '#api/contract/profile.ts';
import { ImportQuery } from '#api/contract/roster/imports.ts';
import { exclusionOf } from '#domain/profile/exclusions.ts';
import { AGREEMENT } from '#tests/bot/pairWorld.ts';

const letters = (count: number): string => 'x'.repeat(count);
const topics = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `own:${n}`, label: `Topic ${n}` }));
const offers = (count: number) => topics(count).map((topic) => ({ ...topic, strength: 0 }));
const excluded = (count: number) =>
  Array.from({ length: count }, (_, n) => exclusionOf(`person${n}@turntable.example`));
const languages = (count: number) => Array.from({ length: count }, () => 'en');

const FEEDBACK = {
  ...{ worthTheHour: 3, learned: '', surprised: '' },
  ...{ balanced: '', candid: '', goOn: '', shared: false },
};
const PROFILE = {
  ...{ wants: [], offers: [], interests: [], meets: [], reach: [], languages: ['en'] },
  ...{ timeZone: 'UTC', capacity: 1, excludes: [] },
};
const COHORT = { name: 'Finance pilot', kind: 'pilot', startsOn: '2026-11-23', endsOn: '2027-03-31' };
const NEWS = { title: 'Hello', text: 'We start', audience: 'everyone' };
const LEARNING = { kind: 'learned', text: 'To listen' };
const HELP = { partner: 'aisha', iHelped: true, kind: 'skill' };
const GOAL = { text: 'Listen', confidence: 3 };

/** A body that is right, one field of it, what that may just be, and what it may not be any more. */
const LIMITS: [string, z.ZodType, object, string, unknown, unknown][] = [
  ['goal', GoalBody, GOAL, 'text', letters(500), letters(501)],
  ['goal', GoalBody, GOAL, 'text', 'x', ' '],
  ['goal', GoalBody, GOAL, 'confidence', 5, 6],
  ['goal', GoalBody, GOAL, 'confidence', 1, 0],
  ['goal', GoalBody, GOAL, 'state', 'dropped', 'forgotten'],
  ['agreement', AgreementBody, AGREEMENT, 'executiveWantsToLearn', letters(1000), letters(1001)],
  ['agreement', AgreementBody, AGREEMENT, 'howEachHelps', letters(1000), letters(1001)],
  ['agreement', AgreementBody, AGREEMENT, 'respectForTime', letters(600), letters(601)],
  ['agreement', AgreementBody, AGREEMENT, 'whereAndHow', letters(600), letters(601)],
  ['agreement', AgreementBody, AGREEMENT, 'rhythm', 'monthly', 'daily'],
  ['feedback', FeedbackBody, FEEDBACK, 'worthTheHour', 5, 6],
  ['feedback', FeedbackBody, FEEDBACK, 'worthTheHour', 1, 0],
  ['feedback', FeedbackBody, FEEDBACK, 'learned', letters(1000), letters(1001)],
  ['feedback', FeedbackBody, FEEDBACK, 'surprised', letters(1000), letters(1001)],
  ['feedback', FeedbackBody, FEEDBACK, 'balanced', 'partly', 'unsure'],
  ['feedback', FeedbackBody, FEEDBACK, 'goOn', 'unsure', 'partly'],
  ['learning', LearningBody, LEARNING, 'text', letters(1000), letters(1001)],
  ['learning', LearningBody, LEARNING, 'text', 'x', ' '],
  ['learning', LearningBody, LEARNING, 'kind', 'ripple', 'secret'],
  ['help', ExchangeBody, HELP, 'text', letters(300), letters(301)],
  ['help', ExchangeBody, HELP, 'kind', 'story', 'money'],
  ['timeline', TimelineAsked, {}, 'show', '2000', '2001'],
  ['profile', ProfileBody, PROFILE, 'wants', topics(60), topics(61)],
  ['profile', ProfileBody, PROFILE, 'offers', offers(60), offers(61)],
  [
    'profile',
    ProfileBody,
    PROFILE,
    'offers',
    [{ ...topics(1)[0], strength: 3 }],
    [{ ...topics(1)[0], strength: 4 }],
  ],
  [
    'profile',
    ProfileBody,
    PROFILE,
    'interests',
    [{ id: 'x', label: letters(80) }],
    [{ id: 'x', label: letters(81) }],
  ],
  ['profile', ProfileBody, PROFILE, 'languages', languages(60), languages(61)],
  ['profile', ProfileBody, PROFILE, 'capacity', 5, 6],
  ['profile', ProfileBody, PROFILE, 'capacity', 1, 0],
  ['profile', ProfileBody, PROFILE, 'excludes', excluded(60), excluded(61)],
  ['cohort', CohortBody, COHORT, 'name', letters(80), letters(81)],
  ['cohort', CohortBody, COHORT, 'fitFloor', 1000, 1001],
  ['cohort', CohortBody, COHORT, 'kind', 'wave', 'ripple'],
  ['file', ImportQuery, { name: 'people.csv' }, 'name', letters(120), letters(121)],
  ['announcement', AnnouncementBody, NEWS, 'title', letters(120), letters(121)],
  ['announcement', AnnouncementBody, NEWS, 'text', letters(4000), letters(4001)],
  ['announcement', AnnouncementBody, NEWS, 'audience', 'mentors', 'sponsors'],
];

describe('what may be sent', () => {
  it.each(LIMITS)('ends where it is said: a %s', (_, schema, right, field, most, tooMuch) => {
    expect(schema.safeParse({ ...right, [field]: most }).success, field).toBe(true);
    const refused = schema.safeParse({ ...right, [field]: tooMuch });
    expect(refused.error?.issues[0]?.path[0]).toBe(field);
  });
});
