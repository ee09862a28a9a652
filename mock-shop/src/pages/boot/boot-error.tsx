import type { Boot } from '../../api/boot.ts';
import { BootCard } from './boot-card.tsx';

/** The address asks for a world there is not, or the browser stands in the way. */
export function BootError({ boot }: { boot: Extract<Boot, { kind: 'error' }> }) {
  return (
    <BootCard title={boot.title} text={boot.text}>
      {boot.links.map((link, at) => (
        <a key={link.href} class={at === 0 ? 'button primary' : 'button'} href={link.href}>
          {link.label}
        </a>
      ))}
    </BootCard>
  );
}
