import type { JSX } from 'preact';

const EDGE = '#0000004d';

/** One outline in the product's colour, with seams drawn over it. */
function cut(outline: string, seams = '') {
  return (fill: string): JSX.Element => (
    <>
      <path d={outline} fill={fill} stroke={EDGE} stroke-linejoin="round" />
      {seams && <path d={seams} fill="none" stroke={EDGE} />}
    </>
  );
}

const SHIRT = 'M22 9c2 5 14 5 16 0l12 6-5 12-5-2v26H20V25l-5 2-5-12z';

/** Drawings by the first part of a `pic_path`, in a box of 60 × 60. */
export const SHAPES: Record<string, (fill: string) => JSX.Element> = {
  phone: (fill) => (
    <>
      <rect x="16" y="5" width="28" height="50" rx="5" fill={fill} stroke={EDGE} />
      <rect x="19.5" y="8.5" width="14" height="15" rx="4" fill="#00000033" />
      <circle cx="24" cy="13" r="2.7" fill="#17191c" />
      <circle cx="29.5" cy="18.5" r="2.7" fill="#17191c" />
      <circle cx="29.5" cy="12.5" r="1.1" fill="#fff" />
      <path d="M20 50h8" stroke="#ffffff8c" stroke-width="1.5" />
    </>
  ),
  film: (fill) => (
    <>
      <rect x="20" y="7" width="24" height="44" rx="4" fill={fill} stroke="#9fb6c6" />
      <path d="M16 11v38a4 4 0 0 0 4 4h18" fill="none" stroke="#9fb6c6" />
      <path d="M25 21l8-8M25 29l12-12" stroke="#fff" stroke-width="2" />
    </>
  ),
  case: (fill) => (
    <>
      <rect x="15" y="5" width="30" height="50" rx="7" fill={fill} stroke={EDGE} />
      <rect x="19" y="9" width="14" height="15" rx="5" fill="#f3f5f7" stroke={EDGE} />
    </>
  ),
  cable: (fill) => (
    <>
      <circle cx="30" cy="30" r="14" fill="none" stroke={EDGE} stroke-width="5" />
      <circle cx="30" cy="30" r="14" fill="none" stroke={fill} stroke-width="3.5" />
      <path d="M42 37l8 9M19 21l-8-8" stroke={EDGE} stroke-width="4" />
      <rect x="46" y="43" width="8" height="11" rx="2" fill={fill} stroke={EDGE} transform="rotate(-42 50 48)" />
      <rect x="6" y="6" width="8" height="11" rx="2" fill={fill} stroke={EDGE} transform="rotate(-42 10 11)" />
    </>
  ),
  charger: (fill) => (
    <>
      <path d="M24 16V7m12 9V7" stroke="#8a8f98" stroke-width="3" />
      <rect x="15" y="16" width="30" height="34" rx="6" fill={fill} stroke={EDGE} />
      <rect x="22" y="40" width="16" height="4" rx="2" fill="#0000004d" />
    </>
  ),
  earphone: (fill) => (
    <>
      <path d="M18 12a7 7 0 0 1 7 7c0 4-2 6-4 7v22h-6V26c-2-1-4-4-4-7a7 7 0 0 1 7-7z" fill={fill} stroke={EDGE} />
      <path d="M42 12a7 7 0 0 0-7 7c0 4 2 6 4 7v22h6V26c2-1 4-4 4-7a7 7 0 0 0-7-7z" fill={fill} stroke={EDGE} />
      <circle cx="19" cy="19" r="2" fill="#00000066" />
      <circle cx="41" cy="19" r="2" fill="#00000066" />
    </>
  ),
  powerbank: (fill) => (
    <>
      <rect x="16" y="8" width="28" height="44" rx="6" fill={fill} stroke={EDGE} />
      <path d="M32 20l-7 11h5l-2 10 8-12h-5z" fill="#ffffffa6" />
    </>
  ),
  stand: (fill) => (
    <path d="M18 8h24v6H30v26h16v10H14V40h10V14h-6z" fill={fill} stroke={EDGE} stroke-linejoin="round" />
  ),
  dress: cut('M23 7l3 4h8l3-4 3 13-4 8 10 25H14l10-25-4-8z', 'M24 28h12M26 30l-4 22M34 30l4 22'),
  hoodie: cut(
    'M22 12l12-5 5 5 10 6-3 16-5-1v19H19V33l-5 1-3-16z',
    'M22 12c1 9 15 9 17 0M26 20v7M33 20v7M23 42h14l-2-7H25z',
  ),
  shirt: cut(SHIRT, 'M23 9l7 8 7-8M30 17v34M33 29h5v6h-5z'),
  sweater: cut(
    'M24 6h12v6l12 5 3 24-6 1-3-12v22H18V30l-3 12-6-1 3-24 12-5z',
    'M24 12h12M26 18v32M30 18v32M34 18v32M18 48h24',
  ),
  jeans: cut('M19 6h22l4 48H33l-3-32-3 32H15z', 'M19 11h22M30 11v11M21 12c1 4 4 5 6 5M39 12c-1 4-4 5-6 5'),
  coat: cut(
    'M24 8c3-4 9-4 12 0l12 8 4 28-8 1v8H16v-8l-8-1 4-28z',
    'M30 10v43M16 20v25M44 20v25M16 27h28M16 36h28M24 8c1 6 11 6 12 0',
  ),
  box: cut('M12 20l18-8 18 8v22l-18 8-18-8z', 'M12 20l18 8 18-8M30 28v22'),
  label: cut('M18 10h24v40H18z', 'M23 18h14M23 24h14M23 30h9M23 40h14'),
  waybill: cut('M12 12h36v36H12z', 'M12 24h36M30 24v24M17 17h16M17 30h8M17 36h8M35 30v12M38 30v12M42 30v12'),
  crack: cut('M16 5h28v50H16z', 'M30 8l-5 12 8 6-9 12 6 5-3 9M25 20l-7-3M33 26l9-4M24 38l-6 3'),
};
