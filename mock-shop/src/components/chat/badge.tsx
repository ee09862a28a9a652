/** How many messages nobody has opened; nothing when there are none. */
export function Badge({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <span class="badge num">
      {unread > 99 ? '99+' : unread}
      <span class="hidden-name">条未读</span>
    </span>
  );
}
