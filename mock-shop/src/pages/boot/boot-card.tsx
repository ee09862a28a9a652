import type { ComponentChildren } from 'preact';
import './boot.css';

interface BootCardProps {
  title: string;
  text: string;
  /** Buttons and links that lead on. */
  children: ComponentChildren;
}

/** The page that is shown when the shop cannot open. */
export function BootCard({ title, text, children }: BootCardProps) {
  return (
    <main class="boot">
      <p class="boot-brand">
        练习店铺 · 卖家中心 <span class="practice-mark">练习环境</span>
      </p>
      <h1>{title}</h1>
      <p class="boot-text" role="alert">
        {text}
      </p>
      <p class="boot-ways">{children}</p>
    </main>
  );
}
