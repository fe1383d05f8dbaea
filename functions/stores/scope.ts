/**
 * The partition of one cooperative. Stores take a scope, never a raw key; a scope comes from the
 * grants of a session, from the secret of a webhook, or from an item of the table itself.
 */
export interface CoopScope {
  readonly kind: 'coop';
  readonly department: string;
  readonly coopId: string;
  readonly pk: `D#${string}#C#${string}`;
}

/** The partition of one departmental association. */
export interface DepartmentScope {
  readonly kind: 'department';
  readonly department: string;
  readonly pk: `D#${string}`;
}

const part = (text: string): string => {
  if (!/^[A-Za-z0-9-]{1,40}$/u.test(text)) throw new RangeError('not a part of a key');
  return text;
};

export const coopScopeOf = (department: string, coopId: string): CoopScope => ({
  kind: 'coop',
  department,
  coopId,
  pk: `D#${part(department)}#C#${part(coopId)}`,
});

export const departmentScopeOf = (department: string): DepartmentScope => ({
  kind: 'department',
  department,
  pk: `D#${part(department)}`,
});

/** The cooperative that a partition, or its inbox, belongs to; undefined for other partitions. */
export function coopScopeOfKey(pk: string): CoopScope | undefined {
  const [, department, coopId] = /^(?:INBOX#)?D#([^#]+)#C#([^#]+)$/u.exec(pk) ?? [];
  return department !== undefined && coopId !== undefined
    ? coopScopeOf(department, coopId)
    : undefined;
}

/** The association that a partition key of the table stands for; undefined for other partitions. */
export function departmentScopeOfKey(pk: string): DepartmentScope | undefined {
  const [, department] = /^D#([^#]+)$/u.exec(pk) ?? [];
  return department === undefined ? undefined : departmentScopeOf(department);
}
