import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showToast, Toasts } from '#web/ui/toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(async () => {
  await act(() => void vi.runAllTimers());
  vi.useRealTimers();
  cleanup();
});

const show = async (run = () => undefined as void) => {
  render(<Toasts />);
  await act(() => showToast({ message: 'Brouillon supprimé.', undo: { run } }));
};

const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test('can be undone for at least ten seconds, then leaves', async () => {
  await show();
  await wait(10_000);
  expect(screen.getByRole('button', { name: 'Annuler' })).toBeDefined();
  await wait(5_000);
  expect(screen.queryByText('Brouillon supprimé.')).toBeNull();
});

test('undoing runs once and hides the message', async () => {
  const run = vi.fn();
  await show(run);
  fireEvent.click(screen.getByRole('button', { name: 'Annuler' }));
  await wait(0);
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByText('Brouillon supprimé.')).toBeNull();
});

test('stays while the pointer is on it', async () => {
  await show();
  const box = screen.getByText('Brouillon supprimé.').parentElement;
  if (box) fireEvent.mouseEnter(box);
  await wait(60_000);
  expect(screen.getByText('Brouillon supprimé.')).toBeDefined();
  if (box) fireEvent.mouseLeave(box);
  await wait(12_000);
  expect(screen.queryByText('Brouillon supprimé.')).toBeNull();
});
