import { useEffect, useRef, type MutableRef } from 'preact/hooks';

/** Takes the focus when it appears, so that readers hear what replaced the form. */
export function useFocus<Target extends HTMLElement>(): MutableRef<Target | null> {
  const target = useRef<Target | null>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
