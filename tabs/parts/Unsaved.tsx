import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: 'min(420px, calc(100vw - 32px))',
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase400,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}` },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Leaving {
  /** Forms that hold something unsaved. */
  unsaved: Set<string>;
  leave(go: () => void): void;
}

const LeavingContext = createContext<Leaving>({ unsaved: new Set(), leave: (go) => go() });

/** Says that something written here is not saved yet; whoever leaves is asked. */
export function useUnsaved(isUnsaved: boolean): void {
  const { unsaved } = useContext(LeavingContext);
  const id = useId();
  useEffect(() => {
    if (!isUnsaved) return;
    unsaved.add(id);
    return () => void unsaved.delete(id);
  }, [unsaved, id, isUnsaved]);
}

/** Goes elsewhere, at once or after asking. */
export const useLeaving = (): Leaving['leave'] => useContext(LeavingContext).leave;

/** Asks before anything unsaved is left behind, also when the window closes. */
export function AsksBeforeLeaving({ children }: { children: ReactNode }) {
  const unsaved = useRef(new Set<string>()).current;
  const [going, setGoing] = useState<() => void>();
  const leaving = useMemo<Leaving>(
    () => ({ unsaved, leave: (go) => (unsaved.size === 0 ? go() : setGoing(() => go)) }),
    [unsaved],
  );
  useEffect(() => {
    const onClose = (event: Event) => {
      if (unsaved.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onClose);
    return () => window.removeEventListener('beforeunload', onClose);
  }, [unsaved]);
  const answer = (isLeaving: boolean) => {
    setGoing(undefined);
    if (!isLeaving) return;
    unsaved.clear();
    going?.();
  };
  return (
    <LeavingContext value={leaving}>
      {children}
      {going && <Question onAnswer={answer} />}
    </LeavingContext>
  );
}

/** The harmless answer has the focus, and is what Escape says. */
function Question({ onAnswer }: { onAnswer(isLeaving: boolean): void }) {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const box = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} className={styles.dialog} aria-labelledby={title} onCancel={() => onAnswer(false)}>
      <h2 id={title} className={styles.title}>
        {t('unsaved.title')}
      </h2>
      <p className={styles.text}>{t('unsaved.text')}</p>
      <div className={styles.actions}>
        <Button autoFocus appearance="primary" onClick={() => onAnswer(false)}>
          {t('unsaved.stay')}
        </Button>
        <Button onClick={() => onAnswer(true)}>{t('unsaved.leave')}</Button>
      </div>
    </dialog>
  );
}
