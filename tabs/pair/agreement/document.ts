import { useTranslation } from 'react-i18next';
import type { AgreementBody } from '#api/contract/agreement.ts';
import type { PairView } from '#api/contract/pairs.ts';
import { useDates } from '../../parts/dates.ts';
import { useReader } from '../../parts/Frame.tsx';
import { namesIn } from '../../parts/names.ts';
import type { Field } from './merging.ts';

/** Part of a sentence: words that always stand there, or a phrase that the members choose. */
export type Piece = { words: string } | { field: Field };
export interface Paragraph {
  key: string;
  heading: string;
  pieces: readonly Piece[];
}

/** Stands in a sentence of the catalogue where the phrase goes. */
const PHRASE = '\u0000';

/** Another sentence follows in the same paragraph. */
const FOLLOWED: readonly Field[] = ['whereAndHow', 'whatItIs'];
/** With a full stop, where whoever wrote it left it out. */
const ended = (text: string): string =>
  text.trim() === '' || /[.!?…:;。！？؟]\s*$/u.test(text) ? text : `${text.trimEnd()}.`;

/** Words for more than two people are other words. */
export const groupOf = ({ partners }: Pick<PairView, 'partners'>) =>
  partners.length > 1 ? { context: 'more' } : {};

/** The agreement as paragraphs in the reader's language, and how each phrase reads. */
export function useDocument(view: PairView) {
  const { t } = useTranslation('tab');
  const { locale } = useReader();
  const dates = useDates();
  const group = groupOf(view);
  const learners = namesIn(locale, view.executives);
  const sentence = (text: string, field: Field): Piece[] => {
    const [before = '', after = ''] = text.split(PHRASE);
    return [{ words: before }, { field }, { words: after }];
  };
  const paragraphs: Paragraph[] = [
    {
      key: 'learn',
      heading: t('agreement.headings.learn', {
        names: learners,
        ...(view.executives.length > 1 && { context: 'more' }),
      }),
      pieces: [{ field: 'executiveWantsToLearn' }],
    },
    { key: 'help', heading: t('agreement.headings.help'), pieces: [{ field: 'howEachHelps' }] },
    {
      key: 'where',
      heading: t('agreement.headings.where'),
      pieces: [
        { field: 'whereAndHow' },
        { words: ' ' },
        ...sentence(t('agreement.rhythmSentence', { phrase: PHRASE }), 'rhythm'),
      ],
    },
    { key: 'time', heading: t('agreement.headings.time'), pieces: [{ field: 'respectForTime' }] },
    {
      key: 'what',
      heading: t('agreement.headings.what'),
      pieces: [{ field: 'whatItIs' }, { words: ' ' }, { field: 'whatItIsNot' }],
    },
    {
      key: 'until',
      heading: t('agreement.headings.until'),
      pieces: sentence(t('agreement.until', { phrase: PHRASE, ...group }), 'endsOn'),
    },
  ];
  /** How a phrase reads; empty where nothing is written. */
  const say = (field: Field, text: AgreementBody): string => {
    if (field === 'rhythm') return t(`agreement.rhythms.${text.rhythm}`);
    if (field === 'endsOn') return text.endsOn ? dates.date(text.endsOn) : '';
    return FOLLOWED.includes(field) ? ended(text[field]) : text[field];
  };
  return { paragraphs, say, learners, group };
}

export const fieldsIn = ({ pieces }: Paragraph): Field[] =>
  pieces.flatMap((piece) => ('field' in piece ? [piece.field] : []));

/** The paragraphs in which something changed. */
export const changedIn = (
  paragraphs: readonly Paragraph[],
  before: AgreementBody | undefined,
  after: AgreementBody,
): string[] =>
  before
    ? paragraphs
        .filter((one) => fieldsIn(one).some((field) => before[field] !== after[field]))
        .map(({ key }) => key)
    : [];
