import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { bookHeld } from '#web/api/payouts.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormErrors } from '#web/ui/form-errors.tsx';
import { FormStack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { heldControlOf, type Crf, type YearPlace } from './crf-query.ts';

type Booked = Awaited<ReturnType<typeof bookHeld>>;

/** What families paid before 1 September and platforms paid out later: income of this year. */
export function HeldByPlatforms({ crf, coopId, yearId }: YearPlace & { readonly crf: Crf }) {
  const control = heldControlOf(crf);
  const [booked, setBooked] = useState<Booked>();
  const queries = useQueryClient();
  const book = useMutation({
    mutationFn: () => bookHeld({ coopId, yearId }),
    onSuccess: async (answer) => {
      setBooked(answer);
      await queries.invalidateQueries();
    },
  });
  const isHeld = control !== undefined && control.level !== 'ok';
  if (!isHeld && !booked) return null;
  return (
    <Card title="Sommes encore chez les plateformes au 31 août" anchor="plateformes">
      <FormStack>
        <p>
          Les familles ont payé avant le 1er septembre, la plateforme verse après. Ces sommes sont
          des recettes de cet exercice{'\u00A0'}: une écriture les constate, et le versement la
          soldera.
        </p>
        {booked && <Done booked={booked} coopId={coopId} />}
        <FormErrors problem={book.error} />
        {isHeld && (
          <>
            <p>{control.message}</p>
            <div>
              <Button busy={book.isPending} onClick={() => book.mutate()}>
                Constater ces sommes
              </Button>
            </div>
          </>
        )}
      </FormStack>
    </Card>
  );
}

const Done = ({ booked, coopId }: { readonly booked: Booked; readonly coopId: string }) => {
  const { entryId, bookedCents, leftOutCount } = booked;
  return (
    <>
      {entryId !== undefined && (
        <Notice tone="success" title="Sommes constatées">
          <Money amountCents={bookedCents} /> dans l’exercice.{' '}
          <Link href={`/coops/${coopId}/ecritures/${entryId}`}>Voir l’écriture</Link>
        </Notice>
      )}
      {leftOutCount > 0 && (
        <Notice tone="warning" title="Des paiements n’appartiennent à aucune collecte">
          {leftOutCount === 1 ? '1 opération reste' : `${leftOutCount} opérations restent`} à part
          {'\u00A0'}: créez leur collecte, puis constatez à nouveau.{' '}
          <Link href={`/coops/${coopId}/collectes`}>Voir les collectes</Link>
        </Notice>
      )}
    </>
  );
};
