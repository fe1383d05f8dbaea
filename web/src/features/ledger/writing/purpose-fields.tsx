import { AccountPicker } from '#web/ui/account-picker.tsx';
import { Button } from '#web/ui/button.tsx';
import { ProjectField } from './project-field.tsx';
import { ShareRows } from './share-rows.tsx';
import { startSharing } from './share-out.ts';
import type { FieldsProps } from './fields-props.ts';

/** What the money was for: one account, or several that share it. */
export function PurposeFields(props: FieldsProps) {
  const { form, change, errorOf, whyOf, accounts } = props;
  if (form.splits.length > 0) return <ShareRows {...props} />;
  return (
    <>
      <AccountPicker
        name="accountNumber"
        label={form.kind === 'expense' ? 'Quelle sorte de dépense ?' : 'Quelle sorte de recette ?'}
        hint={whyOf('accountNumber')}
        accounts={accounts}
        value={form.accountNumber}
        onChange={(accountNumber) => change({ accountNumber })}
        error={errorOf('accountNumber')}
      />
      <ProjectField
        {...props}
        name="projectId"
        hint={whyOf('projectId')}
        value={form.projectId}
        onChange={(projectId) => change({ projectId })}
      />
      <div>
        <Button look="quiet" icon="plus" onClick={() => change(startSharing(form))}>
          Répartir sur plusieurs comptes
        </Button>
      </div>
    </>
  );
}
