import { expect, test } from 'vitest';
import { MailDelayed, sendMail } from '#functions/gateways/mail.ts';
import { readOutbox } from '#infra/local/mail.ts';

const to = (address: string) => ({
  to: address,
  fromName: 'École d’Èze',
  subject: 'École d’Èze\u00A0: votre paiement est arrivé',
  text: 'Bonjour,',
  html: '<p>Bonjour,</p>',
});

test('sends both forms of a mail, accents included', async () => {
  expect(await sendMail(to('famille@gateway.example'))).toBe('sent');
  const mails = await readOutbox(process.env['OUTBOX'] ?? '');
  expect(mails.filter((mail) => mail.to === 'famille@gateway.example')).toMatchObject(
    [
      { ...to('famille@gateway.example'), from: 'École d’Èze <ne-pas-repondre@tirelire.example>' },
    ].map(({ fromName: _, ...mail }) => mail),
  );
});

test('an address that takes none is refused, not tried again', async () => {
  expect(await sendMail(to('x@refuse.example'))).toBe('refused');
});

test('a service that asks to wait: the mail surely did not leave', async () => {
  await expect(sendMail(to('x@attente.example'))).rejects.toThrow(MailDelayed);
});

test('any other fault leaves open whether it left', async () => {
  const fault: unknown = await sendMail(to('x@panne.example')).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).not.toBeInstanceOf(MailDelayed);
});
