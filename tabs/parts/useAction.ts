import { useState } from 'react';
import { useSentence } from './sentence.ts';

/** Something a button does: whether it runs, and in one sentence why it failed. */
export function useAction() {
  const sentenceOf = useSentence();
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  async function run(action: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setTrouble('');
    try {
      await action();
      return true;
    } catch (problem) {
      setTrouble(sentenceOf(problem));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { run, busy, trouble, setTrouble };
}
