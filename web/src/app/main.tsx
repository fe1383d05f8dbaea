import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { meQuery } from '#web/api/me.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import '#web/ui/base.css';
import { isOpen, Router } from './router.tsx';
import { isSignedOut } from './session.tsx';

/** Only what may pass is asked again: the line, or a portal that is very busy. */
const mayPass = (error: Error): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status === 503);

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && mayPass(error) },
    mutations: { retry: (count, error) => count < 2 && mayPass(error) },
  },
});

/** The first paint stays until the person is known; a page open to all only leaves it one task. */
async function beReady(): Promise<void> {
  if (isOpen(location.pathname)) await new Promise((resolve) => setTimeout(resolve));
  else await queryClient.prefetchQuery(meQuery);
}

/** The painted door is taken over as it is; the shape of a page makes room for the page. */
function clearFirstPaint(root: Element): void {
  const doorIsDrawn =
    document.documentElement.dataset['firstPaint'] === 'door' &&
    (isOpen(location.pathname) || isSignedOut(queryClient.getQueryState(meQuery.queryKey)?.error));
  if (doorIsDrawn) root.querySelector('.first-page')?.remove();
  else root.replaceChildren();
}

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no #app');
  await beReady();
  clearFirstPaint(root);
  render(
    <QueryClientProvider client={queryClient}>
      <Router />
    </QueryClientProvider>,
    root,
  );
}

void start();
