import type { TableWindow, WindowChoice } from '../../core/features/table-window';

// What the page of a preview and the extension say to each other.

/** The page wants to show a part of the table. */
export interface WindowWanted extends WindowChoice {
  readonly type: 'window';
}

/** A person wants to see a field in the text. */
export interface PlaceWanted {
  readonly type: 'reveal';
  /** From 0 on, the header included. */
  readonly record: number;
  /** Without it the whole record is meant. */
  readonly column?: number;
  /** Leaves the focus in the page. */
  readonly preserveFocus: boolean;
}

export type FromPage = WindowWanted | PlaceWanted;

/** The part that was wanted last; without it the file is no table of a roster any more. */
export interface WindowShown {
  readonly type: 'window';
  readonly window: TableWindow | undefined;
}

/** The table may be another by now. */
export interface TableChanged {
  readonly type: 'changed';
}

/** What was wanted could not be had. It may be wanted again once the table has changed. */
export interface WindowFailed {
  readonly type: 'failed';
}

export type ToPage = WindowShown | TableChanged | WindowFailed;
