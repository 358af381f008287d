import { useRef, useState } from 'react';
import { useSentence } from './sentence.ts';

/** Something a button does, one at a time: whether it runs, and in one sentence why it failed. */
export function useAction() {
  const sentenceOf = useSentence();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const isRunning = useRef(false);
  async function run(action: () => Promise<unknown>): Promise<boolean> {
    // A form is submitted by Enter, and by a button that is disabled but can be focused.
    if (isRunning.current) return false;
    isRunning.current = true;
    setBusy(true);
    setTrouble('');
    try {
      await action();
      return true;
    } catch (problem) {
      setTrouble(sentenceOf(problem));
      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }
  return { run, busy, trouble, setTrouble };
}
