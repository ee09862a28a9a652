import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Prepares a browser profile for an unpacked extension: without developer mode, `runtime.reload()` leaves it disabled.
 * Its pages are Chinese and for Chinese readers: no offer to translate them lies over the lesson.
 * A profile that has been used is left alone.
 * @returns whether the profile is new
 */
export function seedProfile(folder: string): boolean {
  const preferences = join(folder, 'Default/Preferences');
  if (existsSync(preferences)) return false;
  mkdirSync(join(folder, 'Default'), { recursive: true });
  writeFileSync(
    preferences,
    JSON.stringify({
      extensions: { ui: { developer_mode: true } },
      intl: { accept_languages: 'zh-CN,zh', selected_languages: 'zh-CN,zh' },
      translate: { enabled: false },
      browser: { has_seen_welcome_page: true },
      session: { restore_on_startup: 5 },
    }),
  );
  return true;
}
