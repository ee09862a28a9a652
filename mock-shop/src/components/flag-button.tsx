import type { SellerFlag } from 'fixtures';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Flag } from './flag.tsx';
import { FLAG_LABEL } from './labels.ts';

interface FlagButtonProps {
  flag: SellerFlag;
  memo: string;
  onEdit: () => void;
}

/** Ms before a tooltip goes when the pointer leaves: time to move onto it. */
const GRACE = 150;
/** Longest part of a remark that a screen reader hears with the button's name. */
const SPOKEN = 120;

/** The flag at the right end of a trade's head line: opens the remark dialog, shows the remark on hover and focus. */
export function FlagButton({ flag, memo, onEdit }: FlagButtonProps) {
  const [looking, setLooking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const marked = flag !== 0 || memo !== '';
  useEffect(() => () => clearTimeout(leaving.current), []);
  const show = (): void => {
    clearTimeout(leaving.current);
    setLooking(true);
  };
  const hide = (): void => {
    leaving.current = setTimeout(() => setLooking(false), GRACE);
  };
  return (
    <span class="flag-holder" onPointerEnter={show} onPointerLeave={hide}>
      <button
        ref={button}
        type="button"
        class="flag-button"
        data-testid="flag"
        aria-label={flagName(flag, memo)}
        aria-haspopup="dialog"
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) show();
        }}
        onBlur={hide}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setLooking(false);
        }}
        onClick={() => {
          setLooking(false);
          onEdit();
        }}
      >
        <Flag flag={flag} />
      </button>
      {looking && marked && <RemarkTip anchor={button.current} flag={flag} memo={memo} />}
    </span>
  );
}

function flagName(flag: SellerFlag, memo: string): string {
  if (flag === 0 && memo === '') return '添加备注';
  const spoken = memo.length > SPOKEN ? `${memo.slice(0, SPOKEN)}…` : memo;
  return `备注（${FLAG_LABEL[flag]}）：${spoken || '无内容'}`;
}

/** Px between the flag and its tooltip, and between the tooltip and the window's edges. */
const GAP = 6;
const EDGE = 8;

/**
 * Where a tooltip goes (px in the window): below the flag, else above it, else to its left. It never covers the flag,
 * which must stay there to be clicked.
 */
export function tipPlace(
  flag: { top: number; bottom: number; left: number; right: number },
  width: number,
  height: number,
  windowHeight: number,
): { left: number; top: number } {
  const left = Math.max(EDGE, flag.right - width);
  if (flag.bottom + GAP + height <= windowHeight - EDGE) return { left, top: flag.bottom + GAP };
  if (flag.top - GAP - height >= EDGE) return { left, top: flag.top - GAP - height };
  return { left: Math.max(EDGE, flag.left - GAP - width), top: Math.max(EDGE, windowHeight - EDGE - height) };
}

function RemarkTip({ anchor, flag, memo }: { anchor: HTMLElement | null; flag: SellerFlag; memo: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const tip = box.current;
    if (!tip || !anchor) return;
    // A popover is above the sticky head and is cut off by nothing; it takes no focus.
    tip.showPopover();
    const place = tipPlace(anchor.getBoundingClientRect(), tip.offsetWidth, tip.offsetHeight, innerHeight);
    tip.style.left = `${place.left}px`;
    tip.style.top = `${place.top}px`;
  }, [anchor, memo]);
  useEffect(() => {
    const gone = (event: Event): void => {
      // A very long remark scrolls in its own box.
      if (event.target !== box.current) box.current?.hidePopover();
    };
    addEventListener('scroll', gone, { capture: true, passive: true });
    return () => removeEventListener('scroll', gone, { capture: true });
  }, []);
  return (
    <div ref={box} class="flag-tip" role="tooltip" popover="manual">
      <strong>{FLAG_LABEL[flag]}</strong>
      <span>{memo || '没有写内容'}</span>
    </div>
  );
}
