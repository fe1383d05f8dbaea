/** The drawings of the portal, on a grid of 24, one stroke. */
const drawings = {
  home: 'M4 11 12 4l8 7M6 10v10h12V10M10 20v-6h4v6',
  journal: 'M6 3h12v18H6zM6 8H4M6 12H4M6 16H4M10 8h5M10 12h5',
  collection:
    'M12 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6M4 13h4l3 2h3a1.5 1.5 0 0 1 0 3h-4M14 16l4-2a1.7 1.7 0 0 1 1.6 3L14 20l-6-1H4',
  bank: 'M3 10 12 4l9 6H3M5 10v8M10 10v8M14 10v8M19 10v8M3 20h18',
  calendar: 'M5 5h14v15H5zM5 10h14M9 3v4M15 3v4',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20c0-4 3-6 6-6s6 2 6 6M16 6a3 3 0 0 1 0 5M17 14c2.500.7 4 2.700 4 6',
  building: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  card: 'M3 6h18v12H3zM3 10h18M6 15h4',
  plus: 'M12 5v14M5 12h14',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  check: 'm5 13 4 4L19 7',
  cross: 'm6 6 12 12M18 6 6 18',
  warning: 'M12 4 2.500 20h19zM12 10v4M12 17h.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8h.01',
  question:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .9-1 1.700M12 16.500h.01',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5',
  camera: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5',
  undo: 'M9 7 4 12l5 5M4 12h10a5 5 0 0 1 0 10h-2',
  back: 'M15 5 8 12l7 7',
  next: 'm9 5 7 7-7 7',
  down: 'm6 9 6 6 6-6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 4-7 8-7s8 2 8 7',
  signOut: 'M10 4H5v16h5M15 8l4 4-4 4M19 12H9',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  retry: 'M20 11a8 8 0 1 0-2.300 6.500M20 5v6h-6',
} as const;

export type IconName = keyof typeof drawings;

interface Props {
  readonly name: IconName;
  readonly size?: number;
}

/** A drawing beside a word. It says nothing by itself: readers skip it. */
export const Icon = ({ name, size = 20 }: Props) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    stroke-width={name === 'more' ? 3 : 2}
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={drawings[name]} />
  </svg>
);
