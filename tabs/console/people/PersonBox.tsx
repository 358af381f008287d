import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MembersAsked, MemberView } from '#api/contract/cohorts.ts';
import { useMembers } from '../../api/cohorts.ts';
import { useSentence } from '../../parts/sentence.ts';
import { useSettled } from '../../parts/useSettled.ts';
import { useRoundStyles } from '../rounds/roundStyles.ts';

/** Thousands may be meant; so many are offered at a time. */
const MOST_OFFERED = 20;

interface PersonBoxProps {
  cohort: string;
  label: string;
  /** Among whom is chosen. */
  among: Pick<MembersAsked, 'which' | 'role'>;
  /** What is said when nobody is called so. */
  nobody: string;
  /** Somebody who cannot be chosen here. */
  without?: string;
  /** Undefined while what is typed is nobody. */
  onChoose(member: MemberView | undefined): void;
}

/** Chooses one person of a cohort by a few letters of a name or address. */
export function PersonBox({ cohort, label, among, nobody, without = '', onChoose }: PersonBoxProps) {
  const { t } = useTranslation('console');
  const styles = useRoundStyles();
  const sentenceOf = useSentence();
  const [typed, setTyped] = useState('');
  const find = useSettled(typed.trim());
  const query = useMembers(cohort, { ...among, find });
  const found = (query.data?.members ?? []).filter(({ person }) => person !== without);
  const offered = found.slice(0, MOST_OFFERED);
  const trouble = query.isError && !query.data ? sentenceOf(query.error) : '';
  return (
    <Field label={label} {...(trouble ? { validationMessage: trouble } : {})}>
      <Combobox
        className={styles.find}
        input={{ className: styles.typed }}
        expandIcon={{ className: styles.opens }}
        freeform
        placeholder={t('wishes.type')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onChoose(undefined);
        }}
        onOptionSelect={(_, { optionValue, optionText }) => {
          setTyped(optionText ?? '');
          onChoose(offered.find(({ person }) => person === optionValue));
        }}
      >
        {offered.map(({ person, name, mail }) => (
          <Option key={person} value={person} text={name}>
            {mail ? t('wishes.person', { name, mail }) : name}
          </Option>
        ))}
        {query.isSuccess && offered.length === 0 && (
          <Option value="" text={typed} disabled>
            {nobody}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
