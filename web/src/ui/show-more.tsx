import { Button } from './button.tsx';
import css from './layout.module.css';

interface Props {
  /** How many are shown now, for the sentence. */
  readonly shownCount: number;
  /** How many there are in all, when it is known. */
  readonly totalCount?: number;
  readonly busy?: boolean;
  readonly onMore: () => void;
}

/** The rest of a long list, asked for: the place in the page is kept. */
export const ShowMore = ({ shownCount, totalCount, busy = false, onMore }: Props) => (
  <div class={css['more']}>
    <p>
      {totalCount === undefined ? `${shownCount} affichées.` : `${shownCount} sur ${totalCount}.`}
    </p>
    <Button busy={busy} onClick={onMore} icon="down">
      Afficher plus
    </Button>
  </div>
);
