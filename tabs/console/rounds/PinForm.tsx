import { Button, Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '#api/contract/cohorts.ts';
import { useRoster } from '../../api/cohorts.ts';
import { useWish } from '../../api/rounds.ts';
import { Trouble, usePageStyles } from '../../parts/Page.tsx';
import { Ready } from '../../parts/Ready.tsx';
import { useUnsaved } from '../../parts/Unsaved.tsx';
import { useAction } from '../../parts/useAction.ts';
import { byName } from './reviewing.ts';
import { useRoundStyles } from './roundStyles.ts';

const ROLES = ['mentor', 'executive'] as const;
type Role = (typeof ROLES)[number];

/** Chooses two of those who joined, to be kept together. */
export function PinForm({ cohort, onDone }: { cohort: string; onDone(): void }) {
  const { t } = useTranslation('console');
  const page = usePageStyles();
  const roster = useRoster(cohort);
  const add = useWish(cohort);
  const { run, busy, trouble } = useAction();
  const [chosen, setChosen] = useState<Record<Role, string>>({ mentor: '', executive: '' });
  useUnsaved(chosen.mentor !== '' || chosen.executive !== '');
  const isReady = chosen.mentor !== '' && chosen.executive !== '';
  const onAdd = async () => {
    if (await run(() => add.mutateAsync({ ...chosen, wish: 'pin' }))) onDone();
  };
  return (
    <Ready query={roster}>
      {({ members }) => (
        <div className={page.group}>
          {ROLES.map((role) => (
            <PersonBox
              key={role}
              label={t(`role.${role}`)}
              people={members.filter((one) => one.role === role && one.state === 'joined')}
              onChoose={(person) => setChosen((before) => ({ ...before, [role]: person }))}
            />
          ))}
          <Trouble text={trouble} />
          <div className={page.actions}>
            <Button appearance="primary" disabledFocusable={busy || !isReady} onClick={() => void onAdd()}>
              {t('wish.pin')}
            </Button>
            <Button onClick={onDone}>{t('cancel')}</Button>
          </div>
        </div>
      )}
    </Ready>
  );
}

/** Thousands may have joined; so many are offered at a time. */
const MOST_OFFERED = 20;

interface PersonBoxProps {
  label: string;
  people: readonly MemberView[];
  /** Empty while what is typed is nobody. */
  onChoose(person: string): void;
}

function PersonBox({ label, people, onChoose }: PersonBoxProps) {
  const { t } = useTranslation('console');
  const styles = useRoundStyles();
  const [typed, setTyped] = useState('');
  const found = byName(people, typed, ({ name, mail }) => `${name} ${mail}`);
  const offered = found.slice(0, MOST_OFFERED);
  return (
    <Field label={label}>
      <Combobox
        className={styles.find}
        input={{ className: styles.typed }}
        expandIcon={{ className: styles.opens }}
        freeform
        placeholder={t('wishes.type')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onChoose('');
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? '');
          onChoose(optionValue ?? '');
        }}
      >
        {offered.map(({ person, name, mail }) => (
          <Option key={person} value={person} text={name}>
            {mail ? t('wishes.person', { name, mail }) : name}
          </Option>
        ))}
        {found.length === 0 && (
          <Option value="" text={typed} disabled>
            {t('wishes.nobody')}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
