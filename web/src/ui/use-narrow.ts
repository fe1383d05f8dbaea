import { useEffect, useState } from 'preact/hooks';

/** Where a table does not fit and a list reads better. Same bound as the cards of `Table`. */
const narrow = '(width < 640px)';

/** Whether the page is as narrow as a phone, now and after each turn of the device. */
export function useNarrow(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const media = matchMedia(narrow);
    const change = () => setIsNarrow(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return isNarrow;
}
