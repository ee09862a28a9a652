import type { ComponentChildren } from 'preact';
import type { Place, TeacherActions } from './model.ts';

/** A link within the page: a click stays in it, a click with a modifier opens it anew. */
export function Link(props: {
  to: Partial<Place>;
  actions: TeacherActions;
  isHere?: boolean;
  class?: string;
  testid?: string;
  children: ComponentChildren;
}) {
  return (
    <a
      href={props.actions.address(props.to)}
      class={props.class}
      data-testid={props.testid}
      aria-current={props.isHere ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        props.actions.go(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
