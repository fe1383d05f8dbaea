import { useQuery } from '@tanstack/preact-query';
import { useMay } from '#web/api/me.ts';
import { Card } from '#web/ui/card.tsx';
import { ControlList } from '#web/ui/control-list.tsx';
import { CrfSheet } from '#web/ui/crf-sheet.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { CashCount } from './cash-count.tsx';
import { crfQuery, type Crf, type YearPlace } from './crf-query.ts';
import { CrfSteps } from './crf-steps.tsx';
import { Filing } from './filing.tsx';
import { HeldByPlatforms } from './held-by-platforms.tsx';
import { Quitus } from './quitus.tsx';
import { Statement } from './statement.tsx';
import { SubsidyTable } from './subsidy-table.tsx';

/** The CRF of a year: what is left to do, the controls, the sheet, its filing. */
export function CrfWork(place: YearPlace) {
  const query = useQuery(crfQuery(place));
  const maySubmit = useMay(place.coopId, 'reports:submit');
  return (
    <Loaded query={query} lines={8}>
      {(crf) => {
        const isOpen = crf.status === 'draft' || crf.status === 'returned';
        return (
          <Stack>
            <State {...crf} />
            {isOpen && <CrfSteps {...place} crf={crf} />}
            <Card title="Contrôles" anchor="controles">
              <ControlList controls={crf.controls} />
            </Card>
            {isOpen && maySubmit && <ToFill {...place} crf={crf} />}
            <Quitus {...place} crf={crf} mayInvite={isOpen && maySubmit} />
            <Filing {...place} crf={crf} maySubmit={isOpen && maySubmit} />
            <CrfSheet crf={crf.snapshot} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

/** What only people know; the statement and the subsidies only where the books leave a doubt. */
const ToFill = ({ crf, ...place }: YearPlace & { readonly crf: Crf }) => {
  const { reconciliation, incomes, subsidies } = crf.snapshot;
  const hasSubsidies =
    subsidies.length > 0 ||
    incomes.some(({ line, amountCents }) => line === '741' && amountCents !== 0);
  return (
    <>
      <CashCount {...place} crf={crf} />
      <HeldByPlatforms {...place} crf={crf} />
      {hasSubsidies && <SubsidyTable {...place} crf={crf} />}
      {reconciliation.gapCents !== 0 && <Statement {...place} crf={crf} />}
    </>
  );
};

const State = ({ status, returnedReason, submittedAt, decidedAt }: Crf) => {
  if (status === 'returned')
    return (
      <Notice tone="warning" title="Le siège a renvoyé ce CRF">
        {returnedReason}
      </Notice>
    );
  if (status === 'submitted' && submittedAt !== undefined)
    return (
      <Notice tone="info" title="CRF déposé">
        Envoyé au siège le <InstantText instant={submittedAt} />. L’exercice est clos en attendant
        sa décision.
      </Notice>
    );
  if (status === 'accepted')
    return (
      <Notice tone="success" title="CRF accepté par le siège">
        {decidedAt !== undefined && <InstantText instant={decidedAt} />}
      </Notice>
    );
  return null;
};
