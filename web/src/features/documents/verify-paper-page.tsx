import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { verifyPaper } from '#web/api/documents.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { Facts, FormStack, PageHeader, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';

type Proof = Awaited<ReturnType<typeof verifyPaper>>;

const missing: readonly FormError[] = [
  { field: 'code', message: 'Recopiez le code imprimé au pied du justificatif.' },
];

/** Whether a paper is authentic, for anybody who holds it: no account is asked for. */
export function VerifyPaperPage() {
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const verify = useMutation({ mutationFn: (typed: string) => verifyPaper({ code: typed }) });
  const isUnknown = verify.error instanceof ProblemError && verify.error.status === 404;
  const problem = isUnknown ? undefined : verify.error;
  const submit = (event: Event) => {
    event.preventDefault();
    const typed = code.trim();
    setErrors(typed === '' ? missing : []);
    if (typed === '') verify.reset();
    else verify.mutate(typed);
  };
  return (
    <Stack>
      <PageHeader
        title="Vérifier un justificatif"
        intro="Le code de seize caractères est au pied de chaque page. Aucun compte n’est nécessaire."
      />
      <Card>
        <form onSubmit={submit} noValidate>
          <FormStack>
            <FormErrors errors={errors} problem={problem} />
            <TextField
              name="code"
              label="Code de vérification"
              hint="Espaces et minuscules n’ont pas d’importance."
              value={code}
              onChange={setCode}
              maxLength={40}
              error={errorFor(errors, 'code') ?? errorFor(formErrorsOf(problem), 'code')}
            />
            <div>
              <Button type="submit" look="primary" busy={verify.isPending}>
                Vérifier
              </Button>
            </div>
          </FormStack>
        </form>
      </Card>
      {isUnknown && (
        <Notice tone="error" title="Aucun justificatif ne porte ce code">
          Relisez le code sur le papier. S’il est exact, ce justificatif ne vient pas de Tirelire
          {'\u00A0'}: ne vous y fiez pas.
        </Notice>
      )}
      {verify.data && <Authentic proof={verify.data} />}
    </Stack>
  );
}

const Authentic = ({ proof }: { readonly proof: Proof }) => (
  <Stack>
    <Notice tone="success" title="Justificatif authentique">
      Comparez ces chiffres à ceux du papier{'\u00A0'}: ils doivent être les mêmes.
    </Notice>
    <Card title="Ce que dit le justificatif">
      <Facts
        facts={[
          ['Coopérative', proof.coopName],
          ['Versement', `${proof.provider}, ${proof.payoutId}`],
          ['Arrivée en banque', <DayText key="on" day={proof.arrivalOn} long />],
          ['Net versé', <Money key="net" amountCents={proof.netCents} />],
          ['Opérations', proof.lineCount],
          ['Écriture', `n°\u00A0${proof.entryNumber}, exercice ${schoolYearLabel(proof.yearId)}`],
        ]}
      />
    </Card>
  </Stack>
);
