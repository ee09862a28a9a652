import type { Parcel, ParcelStatus } from 'fixtures';
import { dateTime } from '../labels.ts';
import './tracking.css';

/** What people see for a parcel's state. */
export const PARCEL_LABEL: Record<ParcelStatus, string> = {
  CREATED: '等待揽收',
  ACCEPTED: '已接单',
  PICK_UP: '已揽收',
  SENDING: '运输中',
  LOST: '已遗失',
  REJECTED_BY_RECEIVER: '已拒收',
  ACCEPTED_BY_RECEIVER: '已签收',
};

/** A parcel's way, the latest on top. */
export function Timeline({ trace }: { trace: Parcel['trace'] }) {
  return (
    <ol class="timeline" aria-label="物流动态">
      {trace.toReversed().map((step) => (
        <li key={step.status_time + step.status_desc}>
          <time class="num">{dateTime(step.status_time)}</time>
          <span>{step.status_desc}</span>
        </li>
      ))}
    </ol>
  );
}
