import { createContext, useContext, useEffect, useRef } from 'react';

/** Takes over what stands typed in one field. False: it said why it can't be taken, and nothing is saved. */
export type TakeTyped = () => Promise<boolean>;

/** The fields that hold something typed and not added yet. Saving takes it all. */
export const TypedContext = createContext<Set<TakeTyped>>(new Set());

/** Lets saving take what stands typed here. */
export function useTyped(isTyped: boolean, take: TakeTyped): void {
  const fields = useContext(TypedContext);
  const newest = useRef(take);
  useEffect(() => {
    newest.current = take;
  });
  useEffect(() => {
    if (!isTyped) return;
    const field = () => newest.current();
    fields.add(field);
    return () => void fields.delete(field);
  }, [fields, isTyped]);
}
