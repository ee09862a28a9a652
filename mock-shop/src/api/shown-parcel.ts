import type { Parcel } from 'fixtures';

/** A parcel as people see it: what will become of it is for nobody to know. */
export type ShownParcel = Omit<Parcel, 'ahead' | 'fate'>;

export function shownParcel({ ahead: _ahead, fate: _fate, ...parcel }: Parcel): ShownParcel {
  return parcel;
}
