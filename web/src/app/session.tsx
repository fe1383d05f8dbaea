import { useQuery } from '@tanstack/preact-query';
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { meQuery, type Me } from '#web/api/me.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { onSignedOut } from '#web/api/signed-out.ts';
import { Loading } from '#web/ui/loading.tsx';
import { ProblemNotice } from '#web/ui/notice.tsx';
import { setDraftOwner } from '#web/ui/use-autosave.ts';
import { rememberDevice } from './known-device.ts';
import css from './shell.module.css';
import { SignInPage } from './sign-in-page.tsx';

interface Session {
  readonly me: Me;
  /** The portal no longer knows who is there; the page stays as it is. */
  readonly lost: boolean;
}

const SessionContext = createContext<Session | undefined>(undefined);

/** The signed-in person. Only under `SessionGate`. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside SessionGate');
  return session;
}

/** The portal does not know who is there. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ProblemError && error.status === 401;

/** Shows the portal to a signed-in person, and the sign-in page to others. */
export function SessionGate({ children }: { readonly children: ComponentChildren }) {
  const [lostAt, setLostAt] = useState(0);
  const query = useQuery({ ...meQuery, refetchOnWindowFocus: 'always', retryOnMount: false });
  const { data: me, error, dataUpdatedAt } = query;
  useEffect(() => onSignedOut(() => setLostAt(Date.now())), []);
  useEffect(() => {
    if (me) rememberDevice();
  }, [me]);
  if (me) {
    setDraftOwner(me.userId);
    return (
      <SessionContext.Provider value={{ me, lost: lostAt >= dataUpdatedAt }}>
        {children}
      </SessionContext.Provider>
    );
  }
  if (isSignedOut(error)) return <SignInPage />;
  return (
    <main class={css['main']}>
      {error ? <ProblemNotice problem={error} onRetry={() => void query.refetch()} /> : <Loading />}
    </main>
  );
}
