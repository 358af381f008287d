/** What Clara and Aisha have lived through, as Clara sees it. */
import type { Exchanges, ExchangeView, LearningView, MomentView } from '../../answers.ts';

export const aHelp = (said: Partial<ExchangeView> = {}): ExchangeView => ({
  ...{ exchange: 'ines', kind: 'introduction', text: 'Ines in Legal', by: '', to: 'Aisha' },
  ...{ isMine: true, at: '2026-11-20T09:00:00.000Z', ...said },
});

export const aLearning = (said: Partial<LearningView> = {}): LearningView => ({
  ...{ learning: 'first', etag: '1', kind: 'learned', text: 'The first two seconds decide.' },
  ...{ shared: false, isMine: true, byFirstName: 'Clara', at: '2026-11-24T18:00:00.000Z', ...said },
});

const mine = { isMine: true, byFirstName: 'Clara' };
const aishas = { isMine: false, byFirstName: 'Aisha' };

export const aWalk = (said: Partial<MomentView & { kind: 'meeting' }> = {}): MomentView => ({
  ...{ kind: 'meeting', at: '2026-11-24T09:00:00.000Z', occurrence: 'walk' },
  told: { day: '2026-11-24', way: 'walk' },
  words: [
    { kind: 'surprised', text: 'She asked me how I would announce it.', shared: true, ...aishas },
    { kind: 'learned', text: 'Nobody reads the third line.', shared: false, ...mine },
  ],
  ...said,
});

export const learned = (learning = aLearning()): MomentView => ({
  ...{ kind: 'learning', at: learning.at, learning },
});
export const helped = (exchange = aHelp()): MomentView => ({
  ...{ kind: 'exchange', at: exchange.at, exchange },
});
export const signed = (version = 1): MomentView => ({
  ...{ kind: 'signature', at: '2026-10-19T09:00:00.000Z', version },
});
const ripple = aLearning({
  ...{ learning: 'clip', kind: 'ripple', text: 'My team opens its Monday note with a clip.' },
  ...{ shared: true, ...aishas, etag: '', at: '2026-11-12T09:00:00.000Z' },
});
const onScreen: MomentView = {
  ...{ kind: 'meeting', at: '2026-11-10T09:00:00.000Z', occurrence: 'screen', told: null, words: [] },
};

export const theWay: MomentView[] = [
  ...[learned(), aWalk(), helped(), learned(ripple)],
  ...[helped(aHelp({ exchange: 'film', kind: 'skill', text: '', by: 'Aisha', to: '', isMine: false }))],
  ...[onScreen, signed()],
];

export const scales = (said: Partial<Exchanges> = {}): Exchanges => ({
  balance: { state: 'tooSoon' },
  partners: [{ person: 'aisha', firstName: 'Aisha' }],
  helps: [],
  ideas: [],
  ...said,
});

export const leaning = scales({
  balance: { state: 'leans', partner: 'Aisha', iGaveMore: false, isClear: true },
  helps: [
    aHelp({ exchange: 'captions', kind: 'skill', text: 'how captions work', by: 'Aisha', to: '' }),
    aHelp(),
    aHelp({ exchange: 'tale', kind: 'story', text: '', by: 'Aisha', to: '' }),
  ],
  ideas: [
    'Take half an hour to help Aisha with budgeting.',
    'Introduce Aisha to somebody you would like to have known earlier.',
    'Offer Aisha a hand with something that lies on their desk this week.',
  ],
});
