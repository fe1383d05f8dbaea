// Runs before the first paint so that a remembered theme never flashes; kept apart because the
// content security policy refuses inline scripts. Same key as web/src/ui/theme.ts.
try {
  const theme = localStorage.getItem('tirelire.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's preference holds.
}
