import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '#web/ui/button.tsx';

afterEach(cleanup);

test('a button does what it says', () => {
  const onClick = vi.fn();
  render(<Button onClick={onClick}>Enregistrer</Button>);
  fireEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));
  expect(onClick).toHaveBeenCalledOnce();
});

test('a busy button says so and does nothing more', () => {
  const onClick = vi.fn();
  render(
    <Button busy onClick={onClick}>
      Enregistrer
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Enregistrer' });
  fireEvent.click(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
  expect(onClick).not.toHaveBeenCalled();
});

test('a button that cannot be used stays reachable and says why', () => {
  const onClick = vi.fn();
  render(
    <Button onClick={onClick} disabledReason="Deux signatures manquent.">
      Déposer
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Déposer' });
  fireEvent.click(button);
  expect(onClick).not.toHaveBeenCalled();
  expect(button.hasAttribute('disabled')).toBe(false);
  expect(screen.getByText('Deux signatures manquent.').id).toBe(
    button.getAttribute('aria-describedby'),
  );
});

test('a submit button that cannot be used does not send the form', () => {
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" disabledReason="Il manque la date.">
        Valider
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Valider' }));
  expect(onSubmit).not.toHaveBeenCalled();
});
