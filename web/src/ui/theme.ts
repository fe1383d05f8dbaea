/** What the person asked for; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

/** Same key as web/public/first-paint.js, which runs before the first paint. */
const key = 'tirelire.theme';

/** The remembered theme. */
export function rememberedTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Changes the theme now and on the next visits on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
