import type { Context } from 'aws-lambda';
import type { Area } from '#shared/contract/registry.ts';
import { handler as access } from '#functions/access/handler.ts';
import { handler as bank } from '#functions/bank/handler.ts';
import { handler as collections } from '#functions/collections/handler.ts';
import { handler as documents } from '#functions/documents/handler.ts';
import { handler as families } from '#functions/families/handler.ts';
import { handler as governance } from '#functions/governance/handler.ts';
import { handler as headoffice } from '#functions/headoffice/handler.ts';
import { handler as ledger } from '#functions/ledger/handler.ts';
import { handler as payments } from '#functions/payments/handler.ts';
import { handler as platforms } from '#functions/platforms/handler.ts';
import { handler as reports } from '#functions/reports/handler.ts';
import type { HttpAnswer, HttpEvent } from '#functions/platform/http.ts';

type Handler = (event: HttpEvent, context: Context) => Promise<HttpAnswer>;

/** The handler of each area, as Lambda would call it. */
export const handlers = {
  access,
  bank,
  collections,
  documents,
  families,
  governance,
  headoffice,
  ledger,
  payments,
  platforms,
  reports,
} as unknown as Record<Area, Handler>;
