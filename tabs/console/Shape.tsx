import { useTranslation } from 'react-i18next';
import { type CircleSize, FEWEST_IN_CIRCLE, GOOD_FIT, MOST_IN_CIRCLE } from '#domain/cohorts/cohort.ts';
import { Choice, optionsOf } from '../parts/Choice.tsx';
import { usePageStyles } from '../parts/Page.tsx';
import { formatOf } from './whatNext.ts';

/** How people of a cohort meet, and how well they have to suit. */
export interface CohortShape {
  circle: CircleSize | null;
  fitFloor: number;
}

const FORMATS = ['pairs', 'circles', 'teams'] as const;
const FLOORS = [0, GOOD_FIT] as const;
const SIZES = Array.from({ length: MOST_IN_CIRCLE - FEWEST_IN_CIRCLE + 1 }, (_, n) => FEWEST_IN_CIRCLE + n);
const FIRST: CircleSize = { least: 2, most: 4 };

interface ShapeProps {
  shape: CohortShape;
  onChange(shape: CohortShape): void;
}

/** Pairs, circles or project teams, how many mentors one has, and the least fit, in words. */
export function Shape({ shape, onChange }: ShapeProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const { circle, fitFloor } = shape;
  const resize = (size: CircleSize) => onChange({ ...shape, circle: { ...circle, ...size } });
  const meet = (format: (typeof FORMATS)[number]) => {
    const { least, most } = circle ?? FIRST;
    const size: CircleSize = { least, most, ...(format === 'teams' && { mixed: true }) };
    onChange({ ...shape, circle: format === 'pairs' ? null : size });
  };
  const words = formatOf({ circle });
  return (
    <>
      <Choice
        legend={t('shape.format')}
        options={FORMATS.map((value) => ({ value, label: t(`shape.${value}`) }))}
        value={circle ? (circle.mixed ? 'teams' : 'circles') : 'pairs'}
        onChoose={meet}
      />
      {circle && (
        <>
          <Choice
            legend={t('shape.least', words)}
            options={optionsOf(SIZES)}
            value={circle.least}
            onChoose={(least) => resize({ least, most: Math.max(least, circle.most) })}
          />
          <Choice
            legend={t('shape.most', words)}
            options={optionsOf(SIZES)}
            value={circle.most}
            onChoose={(most) => resize({ least: Math.min(most, circle.least), most })}
          />
          {circle.mixed && <p className={page.quiet}>{t('shape.teamHint')}</p>}
          <p className={page.quiet}>{t('shape.circleHint')}</p>
        </>
      )}
      <Choice
        legend={t('shape.floor')}
        options={FLOORS.map((value) => ({ value, label: t(`shape.floor${value === 0 ? 'Any' : 'Good'}`) }))}
        value={fitFloor === 0 ? 0 : GOOD_FIT}
        onChoose={(next) => onChange({ ...shape, fitFloor: next })}
      />
    </>
  );
}
