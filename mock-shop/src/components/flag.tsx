import type { SellerFlag } from 'fixtures';
import './flag.css';

const LETTERS: Record<SellerFlag, string> = { 0: '', 1: '红', 2: '黄', 3: '绿', 4: '蓝', 5: '紫' };

/** A remark flag: colour and letter together; grey is an empty outline. Named by whatever holds it. */
export function Flag({ flag }: { flag: SellerFlag }) {
  return (
    <svg class={`flag-icon flag-${flag}`} viewBox="0 0 22 20" width="22" height="20" aria-hidden="true">
      <path class="flag-pole" d="M3 1v18" />
      <path class="flag-cloth" d="M3.7 2h16.6l-2.6 5.4 2.6 5.4H3.7z" />
      <text x="10" y="10.8" text-anchor="middle">
        {LETTERS[flag]}
      </text>
    </svg>
  );
}
