import {
  BadRequestException,
  LimitExceededException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { requireEnv } from '#functions/platform/config.ts';

/** A mail to one person. */
export interface Mail {
  readonly to: string;
  /** Who it is from, as people read it; the address is the portal's. */
  readonly fromName: string;
  /** One line, and nothing personal: subjects are shown on locked screens. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a mail program stops further mails, in one click. */
  readonly unsubscribeUrl?: string | undefined;
  readonly attachment?:
    { readonly fileName: string; readonly mediaType: string; readonly text: string } | undefined;
}

/** The mail surely did not leave: it may be tried again without a second one arriving. */
export class MailDelayed extends Error {
  override readonly name = 'MailDelayed';
}

let client: SESv2Client | undefined;

/** One attempt a call: what is tried again is decided, and counted, by who sends. */
const ses = (): SESv2Client =>
  (client ??= new SESv2Client({ maxAttempts: 1, requestHandler: { requestTimeout: 5_000 } }));

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' });

/** A name in a header, in the seven bits that headers are made of. */
const headerName = (name: string): string =>
  `=?UTF-8?B?${Buffer.from(name.slice(0, 40)).toString('base64')}?=`;

/**
 * Sends a mail by SES; on one machine, to the outbox of `infra/local`, by its endpoint. `refused`
 * when the address takes none; `MailDelayed` when it surely did not leave; any other fault leaves
 * open whether it did.
 */
export async function sendMail(mail: Mail): Promise<'sent' | 'refused'> {
  try {
    await ses().send(commandOf(mail));
    return 'sent';
  } catch (error) {
    if (error instanceof MessageRejected || error instanceof BadRequestException) return 'refused';
    if (error instanceof TooManyRequestsException || error instanceof LimitExceededException)
      throw new MailDelayed('the mail service asks to wait', { cause: error });
    throw error;
  }
}

const commandOf = ({ to, fromName, subject, text, html, unsubscribeUrl, attachment }: Mail) =>
  new SendEmailCommand({
    FromEmailAddress: `${headerName(fromName)} <${requireEnv('MAIL_FROM')}>`,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: utf8(subject),
        Body: { Text: utf8(text), Html: utf8(html) },
        ...(unsubscribeUrl !== undefined && { Headers: stopHeaders(unsubscribeUrl) }),
        ...(attachment && { Attachments: [attached(attachment)] }),
      },
    },
  });

const stopHeaders = (url: string) => [
  { Name: 'List-Unsubscribe', Value: `<${url}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
];

const attached = ({ fileName, mediaType, text }: NonNullable<Mail['attachment']>) => ({
  FileName: fileName,
  ContentType: mediaType,
  ContentDisposition: 'ATTACHMENT' as const,
  RawContent: Buffer.from(text),
});
