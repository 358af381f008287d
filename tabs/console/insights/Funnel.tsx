import { useTranslation } from 'react-i18next';
import { Card, usePageStyles } from '../../parts/Page.tsx';
import { AsTable } from './charts/AsTable.tsx';
import { type Bar, Bars } from './charts/Bars.tsx';
import { partOf, type Shown, type Who } from './figures.ts';
import { useFigures } from './useFigures.ts';

const ADMINISTERED = ['invited', 'joined', 'introduced', 'paired'] as const;
const TAKEN = ['signed', 'met'] as const;

/** From invited to met, as it stood when it was published; the last two are about executives alone, one of each pair. */
export function Funnel({ view, who }: { view: Shown; who: Who }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const figures = useFigures();
  const { executive, mentor } = view.funnel;
  const countOf = (name: (typeof ADMINISTERED)[number]) =>
    (who === 'mentor' ? 0 : executive[name]) + (who === 'executive' ? 0 : mentor[name]);
  const most = Math.max(1, ...ADMINISTERED.map(countOf));
  const bars: Bar[] = ADMINISTERED.map((name) => ({
    name: t(`insights.funnel.${name}`),
    said: String(countOf(name)),
    part: countOf(name) / most,
    hue: who,
  }));
  const steps: Bar[] = TAKEN.flatMap((step) => {
    const last = view.steps[step].at(-1);
    const name = t(`insights.funnel.${step}`);
    if (!last) return [{ name, said: t('insights.step.tooFew'), hue: 'executive' as const }];
    return [{ name, said: figures.step(last), part: partOf(last), hue: 'executive' as const }];
  });
  const title = t('insights.funnel.title');
  return (
    <Card title={title}>
      <p className={page.text}>
        {t('insights.funnel.text', { joined: countOf('joined'), count: countOf('invited') })}
      </p>
      <Bars bars={[...bars, ...steps]} />
      <AsTable
        caption={title}
        heads={[t('insights.funnel.step'), t('insights.funnel.people')]}
        rows={[...bars, ...steps].map(({ name, said }) => [name, said])}
      />
    </Card>
  );
}
