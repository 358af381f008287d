import { useRef } from 'react';

/**
 * Gives what is sent the key of its press: each try until an answer comes has the same one, so that nothing is made
 * twice where only the answer was lost.
 */
export function usePress() {
  const key = useRef('');
  return async <Answer>(send: (press: string) => Promise<Answer>): Promise<Answer> => {
    key.current ||= crypto.randomUUID();
    const answer = await send(key.current);
    key.current = '';
    return answer;
  };
}
