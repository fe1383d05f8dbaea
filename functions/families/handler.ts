import { familiesRoutes } from '#shared/contract/families/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { answerOwnSeat } from './answer-own-seat.ts';
import { openDueDates } from './due-dates.ts';
import { openFamilyPage } from './open-page.ts';
import { printLetters } from './print-letters.ts';
import { openReceipt } from './receipt.ts';
import { findReminders, planReminders, sendReminders } from './send-reminders.ts';
import { askStop, stopReminders } from './stop-reminders.ts';

export const handler = mount(familiesRoutes, {
  openFamilyPage,
  openReceipt,
  openDueDates,
  answerOwnSeat,
  askStop,
  stopReminders,
  findReminders,
  sendReminders,
  planReminders,
  printLetters,
});
