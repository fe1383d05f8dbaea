/** Same key as web/public/first-paint.js, which runs before the first paint. */
const key = 'tirelire.known';

/** Somebody has signed in on this device: its next visit starts with a page, not with the door. */
export function rememberDevice(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Without storage each visit starts as the first one.
  }
}

/** Signing out leaves no trace. */
export function forgetDevice(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
