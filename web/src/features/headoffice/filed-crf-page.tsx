import { useQuery } from '@tanstack/preact-query';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { readFiledCrf } from '#web/api/headoffice.ts';
import { useMayInDepartment } from '#web/api/me.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ControlList } from '#web/ui/control-list.tsx';
import { CrfSheet } from '#web/ui/crf-sheet.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { Facts, PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { CrfStatus } from './crf-status.tsx';
import { Decision } from './decision.tsx';

interface Props {
  readonly department: string;
  readonly yearId: string;
  readonly coopId: string;
}

/** A filed CRF, as frozen at its submission, and the decision of the head office. */
export function FiledCrfPage({ department, yearId, coopId }: Props) {
  const mayDecide = useMayInDepartment(department, 'headoffice:decide');
  const query = useQuery({
    queryKey: ['department', department, 'crf', yearId, coopId],
    queryFn: () => readFiledCrf({ department, yearId, coopId }),
  });
  return (
    <Stack>
      <PageHeader
        title={query.data?.snapshot.coop.name ?? 'CRF déposé'}
        intro={`CRF de l’exercice ${schoolYearLabel(yearId)}`}
        back={{ href: `/siege/${department}`, label: 'Coopératives' }}
        actions={
          query.data && (
            <LinkButton icon="download" href={query.data.paperUrl} outside>
              Télécharger le PDF
            </LinkButton>
          )
        }
      />
      <Loaded query={query} lines={8}>
        {(filed) => (
          <Stack>
            {filed.status === 'returned' && filed.returnedReason !== undefined && (
              <Notice tone="warning" title="Renvoyé à la coopérative">
                {filed.returnedReason}
              </Notice>
            )}
            <Card title="Dépôt">
              <Facts
                facts={[
                  ['État', <CrfStatus crfStatus={filed.status} late={false} />],
                  ['Déposé', <InstantText instant={filed.submittedAt} />],
                  ['Par', filed.submittedBy],
                  ['Écritures', filed.snapshot.entryCount],
                ]}
              />
            </Card>
            {mayDecide && filed.status === 'submitted' && (
              <Decision department={department} yearId={yearId} coopId={coopId} />
            )}
            <Card title="Contrôles au moment du dépôt">
              <ControlList controls={filed.controls} />
            </Card>
            <CrfSheet crf={filed.snapshot} />
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}
