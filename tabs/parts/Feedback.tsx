import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedbackGiven, FeedbackLine as Line } from '#api/contract/meetings.ts';
import { WORTH } from '#domain/meetings/feedback.ts';
import feedbackWords from '#words/en/feedback.json';
import { addWords } from '../words.ts';
import { BackArrow } from './BackArrow.tsx';
import { FeedbackLine } from './FeedbackLine.tsx';
import { FacePicture, FiveFaces } from './FiveFaces.tsx';
import { HelpOffer, type PartingWays } from './HelpOffer.tsx';
import { Trouble, usePageStyles } from './Page.tsx';
import { SeenBy } from './SeenBy.tsx';
import { useLeaving } from './Unsaved.tsx';
import { useAction } from './useAction.ts';
import { useTitle } from './useTitle.ts';

await addWords('feedback', feedbackWords);

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  back: {
    alignSelf: 'flex-start',
    padding: 0,
    minWidth: 0,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
  },
  thanks: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  face: { flexShrink: 0, display: 'flex', color: tokens.colorBrandForeground1 },
  title: { ':focus': { outlineStyle: 'none' } },
});

/** What was said before: a face, and until when it can be changed. */
interface FaceGiven {
  worthTheHour: number;
  changeUntil: string;
}

interface FeedbackProps {
  /** First names of the others, and of the reader where they are known. */
  names: string;
  me?: string;
  given?: FaceGiven | undefined;
  backLabel: string;
  onBack(): void;
  onGive(worthTheHour: number): Promise<FeedbackGiven>;
  onChange(worthTheHour: number): Promise<FeedbackGiven>;
  onAdd(line: Line): Promise<FeedbackGiven>;
  /** It stands within another screen, which has the heading and says what is asked. */
  isWithin?: boolean;
  /** Ways to a break and to the end, offered to whoever may need them. */
  parting?: PartingWays;
}

/**
 * One tap after a meeting sends it, in panel and tab alike, with the words of the card. Then thanks, and whoever likes
 * adds a line, or for ten minutes changes the face.
 */
export default function Feedback(props: FeedbackProps) {
  const { names, me = '', backLabel, onBack, onGive, onChange, onAdd, isWithin = false } = props;
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const leave = useLeaving();
  const { run, busy, trouble } = useAction();
  const [given, setGiven] = useState(props.given);
  const [at, setAt] = useState<'face' | 'thanks' | 'line' | 'help'>(props.given ? 'thanks' : 'face');
  const [said, setSaid] = useState('');
  const [help, setHelp] = useState<FeedbackGiven['help']>(null);
  const say = (key: string, values = {}): string => t(`feedback:${key}`, values);
  const wordOf = (value: number): string => say(`worthTheHour${value}`);
  const headed = useHeaded(at, { me, isWithin });

  function take({ mine, repeated, help: offered }: FeedbackGiven, words = ''): void {
    setGiven(mine);
    const face = wordOf(mine.worthTheHour);
    setSaid(repeated ? say('already', { face }) : words || say('youSaid', { face }));
    setHelp(offered);
    setAt(offered ? 'help' : 'thanks');
  }

  if (at === 'help' && help)
    return <HelpOffer {...{ help, names, isWithin }} onDone={onBack} parting={props.parting} />;
  return (
    <div className={styles.form}>
      {!isWithin && <Back label={backLabel} onBack={() => leave(onBack)} />}
      {at === 'face' ? (
        <Asking
          title={isWithin ? null : headed}
          {...{ value: given?.worthTheHour, busy, trouble }}
          onChoose={(value) => void run(async () => take(await (given ? onChange(value) : onGive(value))))}
        />
      ) : (
        <Thanks
          face={given?.worthTheHour ?? 0}
          title={headed}
          said={said || say('youSaid', { face: wordOf(given?.worthTheHour ?? 0) })}
        />
      )}
      {at === 'line' && (
        <FeedbackLine
          names={names}
          onSend={async (line) => take(await onAdd(line), say('kept'))}
          onEnough={() => leave(() => setAt('thanks'))}
        />
      )}
      {at === 'thanks' && (
        <Further
          given={given}
          done={isWithin ? { label: backLabel, go: onBack } : undefined}
          onLine={() => setAt('line')}
          onFace={() => setAt('face')}
        />
      )}
    </div>
  );
}

interface AskingProps {
  /** Null where what stands around says what is asked. */
  title: ReactNode;
  value: number | undefined;
  busy: boolean;
  trouble: string;
  onChoose(value: number): void;
}

function Asking({ title, value, busy, trouble, onChoose }: AskingProps) {
  const { t } = useTranslation('panel');
  const page = usePageStyles();
  const say = (key: string): string => t(`feedback:${key}`);
  return (
    <>
      {title}
      <FiveFaces
        legend={say('worthTheHour')}
        words={WORTH.map((one) => say(`worthTheHour${one}`))}
        {...{ value, busy, onChoose }}
      />
      {title && <p className={page.quiet}>{say('oneTap')}</p>}
      <SeenBy who={say('seen.figures')} />
      <Trouble text={trouble} />
    </>
  );
}

interface FurtherProps {
  given: FaceGiven | undefined;
  /** The way on, where none stands above. */
  done: { label: string; go(): void } | undefined;
  onLine(): void;
  onFace(): void;
}

/** What can follow a face: a line, another face for ten minutes, or nothing. */
function Further({ given, done, onLine, onFace }: FurtherProps) {
  const { t } = useTranslation('panel');
  const page = usePageStyles();
  const say = (key: string): string => t(`feedback:${key}`);
  return (
    <div className={page.actions}>
      <Button onClick={onLine}>{say('add')}</Button>
      {isFresh(given) && (
        <Button appearance="subtle" onClick={onFace}>
          {say('change')}
        </Button>
      )}
      {done && (
        <Button appearance="subtle" onClick={done.go}>
          {done.label}
        </Button>
      )}
    </div>
  );
}

/** Whether a face can still be changed. */
const isFresh = (given: FaceGiven | undefined): boolean =>
  given !== undefined && Date.now() < Date.parse(given.changeUntil);

function Back({ label, onBack }: { label: string; onBack(): void }) {
  const styles = useStyles();
  return (
    <Button className={styles.back} appearance="transparent" icon={<BackArrow />} onClick={onBack}>
      {label}
    </Button>
  );
}

/** What was said, as a face and in words. */
function Thanks({ face, title, said }: { face: number; title: ReactNode; said: string }) {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <div className={styles.thanks}>
      <span className={styles.face}>
        <FacePicture value={face} size={44} />
      </span>
      <div>
        {title}
        <p role="status" className={page.text}>
          {said}
        </p>
      </div>
    </div>
  );
}

/** The heading of a step, which also names the document where this is a screen of its own. */
function useHeaded(at: string, { me, isWithin }: { me: string; isWithin: boolean }): ReactNode {
  const { t } = useTranslation('panel');
  const styles = useStyles();
  const page = usePageStyles();
  const heading = useFocus(at);
  const say = (key: string, values = {}): string => t(`feedback:${key}`, values);
  const thanks = me ? say('thanks', { name: me }) : say('thankYou');
  const title = at === 'face' ? say('title') : thanks;
  useTitle(isWithin ? '' : title);
  const Heading = isWithin ? 'h3' : 'h1';
  return (
    <Heading
      ref={heading}
      tabIndex={-1}
      className={`${isWithin ? page.heading : page.title} ${styles.title}`}
    >
      {title}
    </Heading>
  );
}

/** After each step the focus goes to its heading, not when the page is first shown. */
function useFocus(step: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}
