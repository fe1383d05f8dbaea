import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { planHandover, type Handover, type HeldGrant } from '#shared/domain/governance/handover.ts';

const held = (userId: string, from: string, until?: string): HeldGrant => ({
  userId,
  name: userId,
  grant: {
    role: 'mandateHolder',
    place: { kind: 'coop', department: '06', coopId: 'tilleuls' },
    from: day(from),
    ...(until !== undefined && { until: day(until) }),
  },
});

const camille = held('camille', '2024-09-01');
const asked: Handover = {
  leaverId: 'camille',
  successorId: 'noe',
  lastDay: day('2026-07-05'),
  today: day('2026-06-20'),
  held: [camille],
};

const planned = (change: Partial<Handover> = {}) => {
  const plan = planHandover({ ...asked, ...change });
  if (!plan.ok) throw new Error(plan.rejection);
  const { ends, beginsOn } = plan.value;
  return { ends: ends.map(({ userId, lastDay }) => [userId, lastDay]), beginsOn };
};

test('ends one mandate on the last day, and begins the other the day after', () => {
  expect(planned()).toEqual({ ends: [['camille', '2026-07-05']], beginsOn: '2026-07-06' });
});

test('B-050: accepts today as the last day, and refuses yesterday', () => {
  expect(planned({ lastDay: asked.today }).beginsOn).toBe('2026-06-21');
  expect(planHandover({ ...asked, lastDay: day('2026-06-19'), successorId: 'camille' })).toEqual({
    ok: false,
    rejection: 'handover_date_past',
    field: 'lastDay',
  });
});

test('rejects: successor_is_self', () => {
  expect(planHandover({ ...asked, successorId: 'camille' })).toMatchObject({
    rejection: 'successor_is_self',
  });
});

test('leaves alone the mandates that ended before', () => {
  const before = held('paul', '2020-09-01', '2024-08-31');
  expect(planned({ held: [before, camille] }).ends).toEqual([['camille', '2026-07-05']]);
});

const leaving = held('camille', '2024-09-01', '2026-07-05');
const following = held('noe', '2026-07-06');

test('has nothing to do when asked again', () => {
  expect(planned({ held: [leaving, following] })).toEqual({ ends: [], beginsOn: undefined });
});

test('another day moves both mandates, earlier or later', () => {
  for (const [lastDay, beginsOn] of [
    ['2026-06-30', '2026-07-01'],
    ['2026-07-31', '2026-08-01'],
  ] as const)
    expect(planned({ held: [leaving, following], lastDay: day(lastDay) })).toEqual({
      ends: [
        ['camille', lastDay],
        ['noe', '2026-07-05'],
      ],
      beginsOn,
    });
});

test('another successor takes the place of the one who was to follow', () => {
  expect(planned({ held: [leaving, following], successorId: 'ines' })).toEqual({
    ends: [['noe', '2026-07-05']],
    beginsOn: '2026-07-06',
  });
});
