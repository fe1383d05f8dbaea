import { useEffect, useRef } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { Icon } from '#web/ui/icon.tsx';
import css from './menu.module.css';
import { placesOf } from './places.ts';
import { usePlaceName } from './place-name.ts';
import { useSession } from './session.tsx';

/** Where the person is, and the other places they may go. */
export function PlaceMenu() {
  const { me } = useSession();
  const [path] = useLocation();
  const name = usePlaceName(me, path);
  const others = placesOf(me).filter(({ href }) => path !== href && !path.startsWith(`${href}/`));
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.hidePopover(), [path]);
  if (name === undefined) return <span class={css['nowhere']} />;
  if (others.length === 0) return <span class={css['place']}>{name}</span>;
  return (
    <div class={css['place']}>
      <button type="button" class={css['open']} popovertarget="lieux">
        <span>{name}</span>
        <span class="unseen">{'\u00A0'}: changer de lieu</span>
        <Icon name="down" />
      </button>
      <div id="lieux" popover="auto" ref={menu} class={css['menu']}>
        <p class={css['title']}>Aller à</p>
        {others.map((place) => (
          <Link key={place.href} href={place.href} class={css['item']}>
            {place.name}
          </Link>
        ))}
      </div>
    </div>
  );
}
