import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from '#web/ui/dialog.tsx';

afterEach(cleanup);

function Question() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Annuler l’écriture</button>
      <Dialog open={open} title="Vraiment ?" onClose={() => setOpen(false)}>
        <p>Une écriture contraire sera ajoutée.</p>
      </Dialog>
    </>
  );
}

test('opens as a modal with its title, and gives the focus back when closed', () => {
  render(<Question />);
  const opener = screen.getByRole('button', { name: 'Annuler l’écriture' });
  opener.focus();
  fireEvent.click(opener);
  expect(screen.getByRole<HTMLDialogElement>('dialog', { name: 'Vraiment ?' }).open).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Fermer' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(opener);
});
