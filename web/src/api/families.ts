import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  findRemindersEndpoint,
  planRemindersEndpoint,
  printLettersEndpoint,
  sendRemindersEndpoint,
} from '#shared/contract/families/reminders.ts';
import { call, type Sent } from './call.ts';

/** How many families can be reminded, and were. */
export const findReminders = (params: ParamsOf<typeof findRemindersEndpoint>) =>
  call<typeof findRemindersEndpoint>(
    'GET',
    '/api/coops/{coopId}/collections/{collectionId}/reminders',
    { params },
  );

/** Reminds by mail the families that have not paid. */
export const sendReminders = (params: ParamsOf<typeof sendRemindersEndpoint>) =>
  call<typeof sendRemindersEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/reminders',
    { params },
  );

/** Lets the schedule remind, or no longer. */
export const planReminders = (
  params: ParamsOf<typeof planRemindersEndpoint>,
  body: Sent<BodyOf<typeof planRemindersEndpoint>>,
) =>
  call<typeof planRemindersEndpoint>(
    'PUT',
    '/api/coops/{coopId}/collections/{collectionId}/reminders',
    { params, body },
  );

/** A link to the letters of all families, as one PDF. */
export const printLetters = (params: ParamsOf<typeof printLettersEndpoint>) =>
  call<typeof printLettersEndpoint>(
    'POST',
    '/api/coops/{coopId}/collections/{collectionId}/letters',
    { params },
  );
