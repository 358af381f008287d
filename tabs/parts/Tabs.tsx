import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import { useLeaving } from './Unsaved.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXS,
    '@media (max-width: 320px)': { columnGap: 0 },
  },
  tab: {
    position: 'relative',
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    '@media (max-width: 320px)': {
      padding: `0 ${tokens.spacingHorizontalS}`,
      fontSize: tokens.fontSizeBase200,
    },
    '::after': {
      content: '""',
      position: 'absolute',
      bottom: '4px',
      left: tokens.spacingHorizontalM,
      right: tokens.spacingHorizontalM,
      '@media (max-width: 320px)': {
        left: tokens.spacingHorizontalS,
        right: tokens.spacingHorizontalS,
      },
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: 'transparent',
    },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
  },
});

interface TabsProps<Name extends string> {
  /** What the tabs are about, for screen readers. */
  label: string;
  tabs: readonly { name: Name; label: string }[];
  chosen: Name;
  onChoose(name: Name): void;
  /** Id of the element that shows what is chosen. */
  controls: string;
}

/** The id of a tab, to name what it shows. */
export const tabId = (controls: string, name: string): string => `${controls}-${name}`;

/** A row of tabs. One stop for the Tab key; arrow keys, Home and End go along. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose, controls }: TabsProps<Name>) {
  const styles = useStyles();
  const row = useRef<HTMLDivElement>(null);
  const leave = useLeaving();
  const goTo = (name: Name) =>
    leave(() => {
      onChoose(name);
      row.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(controls, name))}`)?.focus();
    });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, {
      at: tabs.findIndex(({ name }) => name === chosen),
      of: tabs.length,
      isRtl: document.documentElement.dir === 'rtl',
    });
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    goTo(tab.name);
  };
  return (
    <div ref={row} className={styles.list} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={tabId(controls, tab.name)}
          aria-controls={controls}
          aria-selected={tab.name === chosen}
          tabIndex={tab.name === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, tab.name === chosen && styles.chosen)}
          onClick={() => tab.name !== chosen && leave(() => onChoose(tab.name))}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** The index a key leads to from `at` of `of` tabs, round the ends; undefined for any other key. */
export function target(key: string, { at, of, isRtl }: { at: number; of: number; isRtl: boolean }) {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % of;
  if (key === backward) return (at - 1 + of) % of;
  if (key === 'Home') return 0;
  return key === 'End' ? of - 1 : undefined;
}
