/** The answer of a decision: a value, or the name of the one refusal that stopped it. */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly rejection: Refusal; readonly field?: string };

export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

/** A named refusal; `field` says which input it is about, when there is one. */
export const reject = <Refusal extends string>(
  rejection: Refusal,
  field?: string,
): { readonly ok: false; readonly rejection: Refusal; readonly field?: string } =>
  field === undefined ? { ok: false, rejection } : { ok: false, rejection, field };
