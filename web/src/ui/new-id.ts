import { ulid } from 'ulid';

/** A new ULID, made here and kept until acknowledged: a retry is then never a second act. */
export const newId = (): string => ulid();
