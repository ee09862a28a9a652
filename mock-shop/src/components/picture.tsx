import { SHAPES } from './picture-shapes.tsx';

/** Colours by the second part of a `pic_path`. */
const COLOURS: Record<string, string> = {
  graphite: '#44484f',
  pearl: '#e9eaec',
  teal: '#4f8c8c',
  violet: '#8f79b8',
  mist: '#9fb4cc',
  oat: '#dccfb8',
  wine: '#84303f',
  navy: '#2e4063',
  forest: '#33574a',
  grey: '#b4b8be',
  white: '#fbfbfb',
  black: '#2c2d31',
  pink: '#efb4c1',
  amber: '#d99a36',
  clear: '#e6f0f6',
};
const PLAIN = '#c4b59b';

/** A drawing of a product by its `pic_path`, e.g. `phone/graphite`. It stands beside a title and has no name of its own. */
export function Picture({ path, size = 60 }: { path: string; size?: number }) {
  const [kind = '', colour = ''] = path.split('/');
  const draw = SHAPES[kind] ?? SHAPES.box;
  return (
    <svg class="picture" viewBox="0 0 60 60" width={size} height={size} aria-hidden="true">
      <rect width="60" height="60" fill="#f3f5f7" />
      {draw?.(COLOURS[colour] ?? PLAIN)}
    </svg>
  );
}
