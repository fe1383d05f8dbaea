import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasDrafts, hasShapeOf, setDraftOwner, useAutosave } from '#web/ui/use-autosave.ts';

const empty = { label: '', splits: [{ amount: '' }] };
const written = { label: 'Goûter', splits: [{ amount: '12' }, { amount: '3' }] };

beforeEach(() => {
  localStorage.clear();
  setDraftOwner('camille');
});
afterEach(cleanup);

const open = (key = 'saisie:tilleuls') => renderHook(() => useAutosave(key, empty)).result;

test('what was typed is there again after a reload, and says so', async () => {
  const first = open();
  expect(first.current.restored).toBe(false);
  await act(() => first.current.setValue(written));
  cleanup();
  const second = open();
  expect(second.current.value).toEqual(written);
  expect(second.current.restored).toBe(true);
});

test('a change may start from the value before', async () => {
  const draft = open();
  await act(() => draft.current.setValue((value) => ({ ...value, label: 'Car' })));
  expect(draft.current.value.label).toBe('Car');
});

test('after success the draft is forgotten', async () => {
  const draft = open();
  await act(() => draft.current.setValue(written));
  await act(() => draft.current.clear());
  cleanup();
  expect(open().current.value).toEqual(empty);
  expect(hasDrafts()).toBe(false);
});

test('starting again forgets the draft and empties the form', async () => {
  const draft = open();
  await act(() => draft.current.setValue(written));
  await act(() => draft.current.restart());
  expect(draft.current.value).toEqual(empty);
  expect(hasDrafts()).toBe(false);
});

test('another person on the same device does not see it', async () => {
  const draft = open();
  await act(() => draft.current.setValue(written));
  cleanup();
  setDraftOwner('yanis');
  expect(open().current.value).toEqual(empty);
  expect(hasDrafts()).toBe(false);
});

test('another cooperative has its own', async () => {
  const draft = open();
  await act(() => draft.current.setValue(written));
  cleanup();
  expect(open('saisie:oliviers').current.value).toEqual(empty);
});

test.each([
  ['of another kind', '"Goûter"'],
  ['without one of its names', '{"label":"Goûter"}'],
  ['whose list holds another kind', '{"label":"Goûter","splits":["12"]}'],
  ['cut in the middle', '{"label":"Goû'],
])('a draft %s is ignored', (_why, text) => {
  localStorage.setItem('tirelire.brouillon.camille.saisie:tilleuls', text);
  expect(open().current.value).toEqual(empty);
});

test('what is absent from the sample may be there', () => {
  expect(hasShapeOf({ label: 'x', note: 'y' }, { label: '' })).toBe(true);
  expect(hasShapeOf([], [{ amount: '' }])).toBe(true);
  expect(hasShapeOf(null, { label: '' })).toBe(false);
});
