import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { ProblemError } from '#web/api/problem-error.ts';
import '#web/ui/base.css';
import { Router } from './router.tsx';

/** Only what may pass is asked again: the line, or a portal that is very busy. */
const mayPass = (error: Error): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status === 503);

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && mayPass(error) },
    mutations: { retry: (count, error) => count < 2 && mayPass(error) },
  },
});

const root = document.getElementById('app');
if (!root) throw new Error('the page has no #app');

/** In a task of its own: on a slow phone, reading the script and drawing the page block less. */
setTimeout(() => {
  root.replaceChildren();
  render(
    <QueryClientProvider client={queryClient}>
      <Router />
    </QueryClientProvider>,
    root,
  );
});
