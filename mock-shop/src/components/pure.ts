import { Component, type ComponentChild, type ComponentType, h } from 'preact';

/** A component that is drawn again only when one of its props is another value (by `Object.is`). */
export function pure<Props extends object>(draw: (props: Props) => ComponentChild): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const keys = new Set([...Object.keys(this.props), ...Object.keys(next)]) as Set<keyof Props>;
      return [...keys].some((key) => !Object.is(this.props[key], next[key]));
    }
    override render(): ComponentChild {
      return h(draw, this.props as Props);
    }
  };
}
