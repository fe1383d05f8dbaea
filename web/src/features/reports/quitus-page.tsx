import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { schoolYearLabel } from '#shared/domain/ledger/fiscal-year.ts';
import { readQuitus, signQuitus } from '#web/api/reports.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { CheckboxField } from '#web/ui/choice-fields.tsx';
import { ControlList } from '#web/ui/control-list.tsx';
import { CrfSheet } from '#web/ui/crf-sheet.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { errorFor, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FormStack, PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';

interface Props {
  readonly token: string;
}

/** What a verifier reads and signs, by their link, without an account. */
export function QuitusPage({ token }: Props) {
  const query = useQuery({
    queryKey: ['quitus', token],
    queryFn: () => readQuitus({ token }),
    retry: false,
  });
  return (
    <Stack>
      <PageHeader
        title="Quitus"
        intro={
          query.data &&
          `${query.data.snapshot.coop.name}, exercice ${schoolYearLabel(query.data.snapshot.yearId)}`
        }
      />
      <Loaded query={query} lines={8}>
        {(quitus) => (
          <Stack>
            {quitus.signedAt === undefined ? (
              <p>
                Bonjour {quitus.verifierName}. Lisez les comptes, demandez les pièces que vous
                voulez voir, puis signez en bas de page.
              </p>
            ) : (
              <Notice tone="success" title="Quitus signé">
                Merci. Vous avez signé le <InstantText instant={quitus.signedAt} />.
              </Notice>
            )}
            <CrfSheet crf={quitus.snapshot} />
            <Card title="Contrôles du portail">
              <ControlList controls={quitus.controls} />
            </Card>
            {quitus.signedAt === undefined && (
              <Signature token={token} verifierName={quitus.verifierName} />
            )}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}

function Signature({ token, verifierName }: Props & { readonly verifierName: string }) {
  const [fullName, setFullName] = useState('');
  const [agrees, setAgrees] = useState(false);
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const sign = useMutation({
    mutationFn: () => signQuitus({ token }, { agrees: true, fullName }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['quitus', token] }),
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = [
      ...(fullName.trim() === ''
        ? [{ field: 'fullName', message: 'Écrivez votre prénom et votre nom.' }]
        : []),
      ...(agrees ? [] : [{ field: 'agrees', message: 'Cochez la case pour signer.' }]),
    ];
    setErrors(wrong);
    if (wrong.length === 0) sign.mutate();
  };
  return (
    <Card title="Signer">
      <form onSubmit={submit} noValidate>
        <FormStack>
          <FormErrors errors={errors} problem={sign.error} />
          <TextField
            name="fullName"
            label="Votre prénom et votre nom"
            hint={`Ce lien a été donné à ${verifierName}.`}
            autoComplete="name"
            value={fullName}
            onChange={setFullName}
            error={errorFor(errors, 'fullName')}
          />
          <CheckboxField
            name="agrees"
            label="J’ai vérifié les comptes et les pièces de la coopérative, et je donne quitus au mandataire pour cet exercice."
            checked={agrees}
            onChange={setAgrees}
            error={errorFor(errors, 'agrees')}
          />
          <div>
            <Button type="submit" look="primary" busy={sign.isPending}>
              Signer le quitus
            </Button>
          </div>
        </FormStack>
      </form>
    </Card>
  );
}
