import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { FRAMELESS, OVER_ALL } from './fields.ts';

const useStyles = makeStyles({
  set: FRAMELESS,
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  chip: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minHeight: '32px',
    minWidth: '32px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':has(input:checked)': {
      backgroundColor: tokens.colorCompoundBrandBackground,
      borderTopColor: tokens.colorCompoundBrandBackground,
      borderRightColor: tokens.colorCompoundBrandBackground,
      borderBottomColor: tokens.colorCompoundBrandBackground,
      borderLeftColor: tokens.colorCompoundBrandBackground,
      color: tokens.colorNeutralForegroundInverted,
    },
    ':has(input:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
    ':has(input:disabled)': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  input: OVER_ALL,
  ends: {
    display: 'flex',
    justifyContent: 'space-between',
    maxWidth: '208px',
    marginTop: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface Option<Value extends string | number> {
  value: Value;
  label: string;
}

interface ChoiceProps<Value extends string | number> {
  legend: ReactNode;
  options: readonly Option<Value>[];
  /** One value, or several when it is a list. */
  value: Value | readonly Value[] | undefined;
  onChoose(value: Value): void;
  /** What the first and the last option mean, for scales. */
  ends?: [string, string];
}

/** One question answered by a tap: round chips around real radio buttons, or checkboxes when `value` is a list. */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const { legend, options, value, onChoose, ends } = props;
  const styles = useStyles();
  const name = useId();
  const several = Array.isArray(value);
  const isChosen = (one: Value) => (Array.isArray(value) ? value.includes(one) : value === one);
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.row}>
        {options.map((option) => (
          <label key={option.value} className={styles.chip}>
            <input
              className={styles.input}
              type={several ? 'checkbox' : 'radio'}
              name={name}
              checked={isChosen(option.value)}
              onChange={() => onChoose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {ends && (
        <div className={styles.ends} aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </fieldset>
  );
}

/** A scale: each value is its own label. */
export const optionsOf = (values: readonly number[]): Option<number>[] =>
  values.map((value) => ({ value, label: String(value) }));
