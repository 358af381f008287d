import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { UNSEEN } from '../parts/fields.ts';
import { LEAVES, type Leaf, type Role } from './leaves.ts';

const NARROW = '@media (max-width: 760px)';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [NARROW]: { flexDirection: 'row', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  },
  entry: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '48px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [NARROW]: {
      width: 'auto',
      minHeight: 0,
      padding: 0,
      borderRadius: tokens.borderRadiusCircular,
      border: 'none',
    },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    fontWeight: tokens.fontWeightSemibold,
  },
  number: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    [NARROW]: { width: '36px', height: '36px' },
  },
  here: {
    border: `1px solid ${tokens.colorBrandBackground}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  /** Where there is room for the numbers alone, the titles are there for screen readers. */
  title: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    [NARROW]: UNSEEN,
  },
});

interface ChooserProps {
  role: Role;
  chosen: Leaf;
  onChoose(leaf: Leaf): void;
}

/** All pages by name, each a press away; it shows where somebody is, not what they have read. */
export function Chooser({ role, chosen, onChoose }: ChooserProps) {
  const { t } = useTranslation('primer');
  const styles = useStyles();
  return (
    <nav aria-label={t('pages')}>
      <ol className={styles.list}>
        {LEAVES.map((leaf, index) => {
          const isHere = leaf === chosen;
          return (
            <li key={leaf}>
              <button
                type="button"
                className={mergeClasses(styles.entry, isHere && styles.chosen)}
                aria-current={isHere ? 'page' : undefined}
                onClick={() => onChoose(leaf)}
              >
                <span className={mergeClasses(styles.number, isHere && styles.here)}>{index + 1}</span>
                <span className={styles.title}>{t(`${role}.${leaf}.short`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
