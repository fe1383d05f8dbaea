// Runs before the first paint; kept apart because the content security policy refuses inline
// scripts. A remembered theme never flashes (same key as web/src/ui/theme.ts), and somebody who
// comes for the first time sees the door at once (same key as web/src/app/known-device.ts).
const page = document.documentElement.dataset;
const isDoor = location.pathname === '/connexion' && location.search === '';
try {
  const theme = localStorage.getItem('tirelire.theme');
  if (theme === 'light' || theme === 'dark') page.theme = theme;
  const isStranger = localStorage.getItem('tirelire.known') === null;
  if (isDoor || (location.pathname === '/' && isStranger)) page.firstPaint = 'door';
} catch {
  // Without storage the system's preference holds.
  if (isDoor) page.firstPaint = 'door';
}
