import type { Routes } from '../endpoint.ts';
import {
  answerOwnSeatEndpoint,
  askStopEndpoint,
  openDueDatesEndpoint,
  openFamilyPageEndpoint,
  openReceiptEndpoint,
  stopRemindersEndpoint,
} from './page.ts';
import {
  findRemindersEndpoint,
  planRemindersEndpoint,
  printLettersEndpoint,
  sendRemindersEndpoint,
} from './reminders.ts';

export const familiesRoutes = {
  openFamilyPage: openFamilyPageEndpoint,
  openReceipt: openReceiptEndpoint,
  openDueDates: openDueDatesEndpoint,
  answerOwnSeat: answerOwnSeatEndpoint,
  askStop: askStopEndpoint,
  stopReminders: stopRemindersEndpoint,
  findReminders: findRemindersEndpoint,
  sendReminders: sendRemindersEndpoint,
  planReminders: planRemindersEndpoint,
  printLetters: printLettersEndpoint,
} as const satisfies Routes;
