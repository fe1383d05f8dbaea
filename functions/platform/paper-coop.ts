import type { PaperCoop } from '#shared/domain/documents/payout-voucher.ts';
import { findCoop, findDepartment } from '#functions/stores/coops.ts';
import { departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';

/** The cooperative and its association, as the head of a paper names them. */
export async function paperCoopOf(scope: CoopScope): Promise<PaperCoop> {
  const [coop, department] = await Promise.all([
    findCoop(scope),
    findDepartment(departmentScopeOf(scope.department)),
  ]);
  if (!coop) throw new Error('a paper for a cooperative that does not exist');
  return {
    name: coop.name,
    schoolName: coop.schoolName,
    city: coop.city,
    number: coop.number,
    department: scope.department,
    departmentName: department?.name ?? '',
  };
}
