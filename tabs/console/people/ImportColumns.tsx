import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportColumns as Unknown } from '#api/contract/roster/imports.ts';
import { WHY_MAX } from '#domain/cohorts/attributes/attributes.ts';
import type { ColumnsSaid } from '../../api/cohorts.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { SeenBy } from '../../parts/SeenBy.tsx';

interface ImportColumnsProps extends Unknown {
  file: string;
  onGoOn(said: ColumnsSaid): void;
  onCancel(): void;
}

/**
 * Columns that were not recognised, with what stands in them: what each is, or that it is not kept. What is kept
 * already stays so, for the reason that was given.
 */
export function ImportColumns({ file, columns, open, onGoOn, onCancel }: ImportColumnsProps) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const isFirst = ({ name }: Unknown['columns'][number], n: number) =>
    columns.findIndex((one) => one.name === name) === n;
  const kept = columns.filter((one, n) => one.keptFor && isFirst(one, n)).map(({ place }) => place);
  const [chosen, setChosen] = useState<Record<number, string>>(() =>
    Object.fromEntries(kept.map((place) => [place, 'keep'])),
  );
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState('');
  const said = Object.entries(chosen).filter(([, what]) => what !== '');
  const keeps = said.some(([place, what]) => what === 'keep' && !kept.includes(Number(place)));
  const isFree = (column: string, place: number) =>
    !said.some(([other, what]) => what === column && Number(other) !== place);
  const goOn = () => {
    if (keeps && why.trim() === '') return setTrouble(t('columns.needWhy'));
    onGoOn({ columns: said.map(([place, what]) => `${place}:${what}`).join(','), why: why.trim() });
  };
  return (
    <section className={page.group} aria-label={t('columns.title')}>
      <h3 className={page.heading}>{t('columns.title')}</h3>
      <p className={page.text}>{t('columns.text', { name: file })}</p>
      {columns.map((column) => (
        <OneColumn
          key={column.place}
          column={column}
          open={open.filter((one) => isFree(one, column.place))}
          chosen={chosen[column.place] ?? ''}
          onChoose={(what) => setChosen({ ...chosen, [column.place]: what })}
        />
      ))}
      {keeps && (
        <Field label={{ children: t('columns.why'), weight: 'semibold' }} hint={t('columns.whyHint')}>
          <Input value={why} maxLength={WHY_MAX} onChange={(_, { value }) => setWhy(value)} />
        </Field>
      )}
      {keeps && <SeenBy who={t('columns.seenBy')} />}
      <Trouble text={trouble} />
      <div className={page.actions}>
        <Button appearance="primary" onClick={goOn}>
          {t('columns.goOn')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </section>
  );
}

interface OneColumnProps {
  column: Unknown['columns'][number];
  /** What it can be. */
  open: Unknown['open'];
  chosen: string;
  onChoose(what: string): void;
}

function OneColumn({ column, open, chosen, onChoose }: OneColumnProps) {
  const { t } = useTranslation('console');
  const { name, samples, isRefused, keptFor } = column;
  const shown = { samples: samples.join(' · ') };
  return (
    <Field
      label={{ children: name, weight: 'semibold' }}
      hint={isRefused ? t('columns.refused') : t(keptFor ? 'columns.kept' : 'columns.samples', shown)}
    >
      <Select value={chosen} onChange={(_, { value }) => onChoose(value)}>
        <option value="">{t(keptFor ? 'columns.notTaken' : 'columns.not')}</option>
        {open.map((one) => (
          <option key={one} value={one}>
            {t(`columns.is.${one}`)}
          </option>
        ))}
        {!isRefused && <option value="keep">{t('columns.keep')}</option>}
      </Select>
    </Field>
  );
}
