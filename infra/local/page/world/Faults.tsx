import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Fault } from '#local/contract.ts';
import { useLocalTeams } from '../state/LocalTeams.tsx';
import { local } from '../state/local.ts';
import { t } from '../words.ts';
import { FAULT_NAMES, FAULTS, nameOf } from './faults.ts';

const useStyles = makeStyles({
  faults: { display: 'grid', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** Orders bad luck for the next messages that the bot sends. */
export const Faults = () => {
  const styles = useStyles();
  const { world, attempt } = useLocalTeams();
  const [waiting, setWaiting] = useState<Fault[]>([]);
  const [chosen, setChosen] = useState(FAULT_NAMES[0]);
  const [person, setPerson] = useState('');
  const people = world.people?.people ?? [];

  useEffect(() => {
    void attempt(async () => setWaiting(await local.faults()));
  }, [attempt]);

  const order = async (faults: Fault[]): Promise<void> => {
    const now = await attempt(() => local.setFaults(faults));
    if (now) setWaiting(now);
  };
  const sentenceOf = (fault: Fault): string => {
    const name = nameOf(fault);
    const what = name ? t(`faults.${name}`) : `${fault.do} ${fault.status ?? ''}`;
    const who = people.find(({ key }) => key === fault.person)?.name ?? t('faults.anybody');
    return t('faults.waiting', { what, who });
  };

  return (
    <div className={styles.faults}>
      <Field label={t('faults.label')} size="small">
        <Select
          size="small"
          value={chosen}
          onChange={(_, { value }) => setChosen(FAULT_NAMES.find((name) => name === value))}
        >
          {FAULT_NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`faults.${name}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('faults.who')} size="small">
        <Select size="small" value={person} onChange={(_, { value }) => setPerson(value)}>
          <option value="">{t('faults.anybody')}</option>
          {people.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => chosen && void order([...waiting, { ...FAULTS[chosen], ...(person && { person }) }])}
        >
          {t('faults.add')}
        </Button>
        {waiting.length > 0 && (
          <Button size="small" appearance="subtle" onClick={() => void order([])}>
            {t('faults.clear')}
          </Button>
        )}
      </div>
      {waiting.length > 0 && (
        <ul className={styles.list}>
          {waiting.map((fault, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: equal faults may wait, and nothing here has a state
            <li key={at}>
              <Text size={200}>{sentenceOf(fault)}</Text>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
