import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { saveCsv } from './csv.ts';
import type { Shown } from './figures.ts';
import { useFigures } from './useFigures.ts';

const COUNTED = ['invited', 'joined', 'introduced', 'paired'] as const;
const STEPS = ['signed', 'met', 'learned', 'ripple'] as const;

/** The figures of the page as a file: the same ones, and no others. */
export function SaveCsv({ view, name }: { view: Shown; name: string }) {
  const { t } = useTranslation('console');
  const figures = useFigures();
  const rows = () => [
    [t('csv.cohort'), t('csv.figure'), t('csv.whose'), t('csv.from'), t('csv.to'), t('csv.value')],
    ...view.cells.map((cell) => [
      ...[name, t(`insights.figure.${cell.of}`), figures.who(cell.role)],
      ...[cell.from, cell.to, figures.value(cell)],
    ]),
    ...STEPS.flatMap((step) =>
      view.steps[step].map((shown) => [
        ...[
          name,
          t(`csv.step.${step}`),
          t(step === 'signed' || step === 'met' ? 'insights.who.executive' : 'insights.who.all'),
        ],
        ...['', shown.on, figures.step(shown)],
      ]),
    ),
    ...(['executive', 'mentor'] as const).flatMap((who) =>
      COUNTED.map((step) => [
        ...[name, t(`insights.funnel.${step}`), figures.who(who)],
        ...['', view.on, String(view.funnel[who][step])],
      ]),
    ),
  ];
  const save = () => saveCsv(t('csv.file', { name, day: view.on }), rows());
  return <Button onClick={save}>{t('csv.save')}</Button>;
}
