import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { SignInPage } from '#web/app/sign-in-page.tsx';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** The markup with one space for each run of blanks and the local names of its classes. */
const plain = (html: string): string =>
  html
    .replaceAll(/[ \n]+/gu, ' ')
    .replaceAll(/> | </gu, (edge) => edge.trim())
    .replaceAll(/ class="[^"]*"/gu, '');

const firstPaint = (): HTMLElement => {
  const [, body = ''] = /<body>(.*)<\/body>/su.exec(readFileSync('web/index.html', 'utf8')) ?? [];
  document.body.innerHTML = body.replaceAll(/ \/>/gu, '>');
  const root = document.getElementById('app');
  if (!root) throw new Error('no #app');
  return root;
};

test('the document holds the door as the page draws it', () => {
  history.replaceState(null, '', '/connexion');
  const painted = firstPaint().querySelector('.first-door')?.innerHTML ?? '';
  cleanup();
  const { container } = render(<SignInPage />);
  const drawn = container.querySelector('main')?.innerHTML ?? '';
  expect(plain(drawn)).toContain('Se connecter');
  expect(plain(painted)).toBe(plain(drawn));
});

test('the page takes over the painted door instead of drawing it again', () => {
  history.replaceState(null, '', '/connexion');
  const root = firstPaint();
  root.querySelector('.first-page')?.remove();
  const painted = ['main', 'h1', 'p', 'a'].map((name) => root.querySelector(name));
  render(<SignInPage />, { container: root });
  expect(painted.every((element) => element?.isConnected)).toBe(true);
  expect(root.querySelectorAll('main')).toHaveLength(1);
});

test('each class of the painted door is one of a style sheet', () => {
  const known = globSync('web/src/**/*.module.css').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\.([a-zA-Z]+)/gu)].map(
      ([, name = '']) => `${basename(file, '.module.css')}-${name}`,
    ),
  );
  const door = firstPaint().querySelector('.first-door');
  const used = [door, ...(door?.querySelectorAll('[class]') ?? [])].flatMap((element) => [
    ...(element?.classList ?? []),
  ]);
  expect(used.filter((name) => name !== 'first-door' && !known.includes(name))).toEqual([]);
  expect(used).toContain('button-primary');
});
