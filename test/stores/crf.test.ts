import { expect, test } from 'vitest';
import {
  crfStillOpen,
  findFiledCrf,
  inputsUnchanged,
  keepCrf,
  keepCrfInputs,
  noInputs,
  type FiledCrf,
} from '#functions/stores/crf.ts';
import { commit, StaleRead } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';

const filed: FiledCrf = {
  yearId: '2025',
  coopId: 'tilleuls',
  version: 1,
  status: 'submitted',
  submittedAt: '2026-09-15T18:00:00.000Z',
  submittedBy: 'Camille Roux',
  snapshotText: '{}',
  snapshotSha256: '',
  controls: [],
  paperKey: '',
  paperSha256: '',
};
const accepted: FiledCrf = { ...filed, version: 2, status: 'accepted' };

test('a CRF is filed once, and decided on as it was read', async () => {
  const scope = await newCoop();
  await commit([keepCrf(scope, filed)]);
  await expect(commit([keepCrf(scope, filed)])).rejects.toThrow(StaleRead);
  await commit([keepCrf(scope, accepted, filed)]);
  await expect(commit([keepCrf(scope, accepted, filed)])).rejects.toThrow(StaleRead);
  expect(await findFiledCrf(scope, '2025')).toEqual(accepted);
});

test('nothing is filled while a CRF is filed; a returned one may be', async () => {
  const scope = await newCoop();
  await commit([crfStillOpen(scope, '2025')]);
  await commit([keepCrf(scope, filed)]);
  await expect(commit([crfStillOpen(scope, '2025')])).rejects.toThrow(StaleRead);
  await commit([keepCrf(scope, { ...filed, version: 2, status: 'returned' }, filed)]);
  await commit([crfStillOpen(scope, '2025')]);
});

test('what was filled since it was read stops a filing', async () => {
  const scope = await newCoop();
  await commit([inputsUnchanged(scope, '2025', noInputs)]);
  await commit([keepCrfInputs(scope, '2025', noInputs, noInputs)]);
  await expect(commit([inputsUnchanged(scope, '2025', noInputs)])).rejects.toThrow(StaleRead);
  await expect(commit([keepCrfInputs(scope, '2025', noInputs, noInputs)])).rejects.toThrow(
    StaleRead,
  );
  await commit([inputsUnchanged(scope, '2025', { ...noInputs, version: 1 })]);
});
