import { Link, Redirect } from 'wouter-preact';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import css from './choose-place-page.module.css';
import { placesOf, type PlaceLink } from './places.ts';
import { useSession } from './session.tsx';

const icons = { coop: 'home', department: 'building', nation: 'globe' } as const;

/** The first page: straight to the only place there is, or the choice. */
export function ChoosePlacePage() {
  const { me } = useSession();
  const places = placesOf(me);
  const [only] = places;
  if (only && places.length === 1) return <Redirect to={only.href} replace />;
  return (
    <Stack>
      <PageHeader title={`Bonjour ${me.name}`} intro={'Où voulez-vous aller\u202F?'} />
      {only ? (
        <ul class={css['places']}>
          {places.map((place) => (
            <PlaceCard key={place.href} {...place} />
          ))}
        </ul>
      ) : (
        <EmptyState icon="people" title="Aucun mandat ne vous est confié aujourd’hui.">
          Vos droits commencent et finissent au jour dit. Demandez à la personne qui tient le
          mandat, ou au siège de votre association départementale.
        </EmptyState>
      )}
    </Stack>
  );
}

const PlaceCard = ({ href, name, kind }: PlaceLink) => (
  <li>
    <Link href={href} class={css['place']}>
      <Icon name={icons[kind]} size={28} />
      <span>{name}</span>
      <Icon name="next" />
    </Link>
  </li>
);
