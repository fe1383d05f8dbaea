type Listener = () => void;

const listeners = new Set<Listener>();

/** Has the listener told each time the portal answers that nobody is signed in. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells that the portal no longer knows who is there. */
export const tellSignedOut = (): void => {
  for (const listener of listeners) listener();
};
