import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** A card that files may be dropped on. */
export function DropZone(props: {
  titleId: string;
  onDrop: (data: DataTransfer) => void;
  children: (isOver: boolean) => ComponentChildren;
}) {
  const [isOver, setOver] = useState(false);
  return (
    <section
      class={`card stack picker no-print ${isOver ? 'over' : ''}`}
      aria-labelledby={props.titleId}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) props.onDrop(event.dataTransfer);
      }}
    >
      {props.children(isOver)}
    </section>
  );
}
