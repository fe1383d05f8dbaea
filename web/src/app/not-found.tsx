import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';

/** No page has this address. */
export const NotFound = () => (
  <Stack>
    <PageHeader title="Page introuvable" />
    <EmptyState
      icon="search"
      title="Cette page n’existe pas, ou plus."
      action={
        <LinkButton look="primary" href="/">
          Revenir à l’accueil
        </LinkButton>
      }
    >
      Vérifiez l’adresse, ou repartez de l’accueil.
    </EmptyState>
  </Stack>
);
