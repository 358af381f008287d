import { Field, Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '#api/contract/roster/people.ts';
import { ROLES, type Role } from '#domain/people/person.ts';
import { STANDINGS, type Standing } from '#domain/roster/standing.ts';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  find: { gridColumn: '1 / -1' },
  field: { minWidth: 0 },
});

/** What is looked for; empty where anything will do. */
export interface Filters {
  find: string;
  role: Role | '';
  standing: Standing | '';
  department: string;
  location: string;
}

export const NO_FILTERS: Filters = { find: '', role: '', standing: '', department: '', location: '' };

interface RosterFiltersProps {
  filters: Filters;
  /** Whose departments and places are offered. */
  people: readonly PersonView[];
  onChange(filters: Filters): void;
}

/** A search by name or mail, and four filters; all are the server's to answer. */
export function RosterFilters({ filters, people, onChange }: RosterFiltersProps) {
  const { t } = useTranslation('console');
  const styles = useStyles();
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  return (
    <search className={styles.filters}>
      <Input
        className={mergeClasses(styles.field, styles.find)}
        type="search"
        aria-label={t('roster.find')}
        placeholder={t('roster.find')}
        value={filters.find}
        onChange={(_, { value }) => set({ find: value })}
      />
      <Choose
        label={t('roster.role')}
        any={t('roster.anyRole')}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={filters.role}
        onChoose={(role) => set({ role })}
      />
      <Choose
        label={t('roster.state')}
        any={t('roster.anyState')}
        options={STANDINGS.map((value) => ({ value, label: t(`roster.standing.${value}`) }))}
        value={filters.standing}
        onChoose={(standing) => set({ standing })}
      />
      {(['department', 'location'] as const).map((what) => (
        <Written
          key={what}
          label={t(`roster.${what}`)}
          offered={people.map((one) => one[what])}
          value={filters[what]}
          onWrite={(value) => set({ [what]: value })}
        />
      ))}
    </search>
  );
}

interface ChooseProps<Value extends string> {
  label: string;
  any: string;
  options: readonly { value: Value; label: string }[];
  value: Value | '';
  onChoose(value: Value | ''): void;
}

function Choose<Value extends string>({ label, any, options, value, onChoose }: ChooseProps<Value>) {
  const styles = useStyles();
  return (
    <Field className={styles.field} label={label}>
      <Select value={value} onChange={(_, { value: chosen }) => onChoose(chosen as Value | '')}>
        <option value="">{any}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface WrittenProps {
  label: string;
  offered: readonly string[];
  value: string;
  onWrite(value: string): void;
}

/** A word of it will do; what stands beside people who are shown is offered. */
function Written({ label, offered, value, onWrite }: WrittenProps) {
  const styles = useStyles();
  const list = useId();
  const known = [...new Set(offered)].filter(Boolean).sort();
  return (
    <Field className={styles.field} label={label}>
      <Input
        className={styles.field}
        input={{ className: styles.field }}
        list={list}
        value={value}
        onChange={(_, { value: written }) => onWrite(written)}
      />
      <datalist id={list}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </Field>
  );
}
