import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs. Never a name, a mail, a label, a body: ids, codes and durations only. */
export const log = new Logger({ serviceName: 'tirelire' });
