import type { FoundPeople } from './preview/find-people';
import type { Preview } from './preview/preview';

// The part of the protocol (see protocol.ts) that is about a roster as a whole, for pages of the editor: where its people would end
// up, and what it is in numbers. Every request is answered with an `Outcome`.

/**
 * Works out where the people of a roster would end up, with text that is not saved, and compares with the last delivery. Answers
 * with an `Outcome<Preview>` and keeps what it has read for the requests below, until another preview or `closePreview`.
 */
export const previewImport = 'oneroster/previewImport';

export interface PreviewParams {
  readonly rosterUri: string;
  /** How many people are listed of each finding. */
  readonly most: number;
}

/** Finds people in the preview that was made last of a roster; answers with an `Outcome<FoundPeople>`. */
export const findInPreview = 'oneroster/findInPreview';

export interface FindInPreviewParams extends PreviewParams {
  /** A part of an id, a name, a user name or an e-mail address. */
  readonly text: string;
}

/** Writes everybody in the preview into a CSV file; answers with an `Outcome<null>`. */
export const exportPreview = 'oneroster/exportPreview';

export interface ExportPreviewParams {
  readonly rosterUri: string;
  readonly path: string;
  /** Whether names of people are written. */
  readonly names: boolean;
}

/** Says where a record is that the preview names; answers with an `Outcome<RecordPlace>`. */
export const placeInPreview = 'oneroster/placeInPreview';

export interface PlaceInPreviewParams {
  readonly rosterUri: string;
  readonly table: 'users' | 'orgs';
  /** As a spreadsheet numbers it: the header is record 1. */
  readonly record: number;
}

export interface RecordPlace {
  readonly uri: string;
  /** From 0, as the language server protocol counts. */
  readonly line: number;
}

/** Lets go of what was kept for a roster's preview; answers with an `Outcome<null>`. */
export const closePreview = 'oneroster/closePreview';

export interface ClosePreviewParams {
  readonly rosterUri: string;
}

/** What the editor asks for its pages, and how it is answered. */
export interface PageRequests {
  readonly [previewImport]: { readonly params: PreviewParams; readonly answer: Preview };
  readonly [findInPreview]: { readonly params: FindInPreviewParams; readonly answer: FoundPeople };
  readonly [exportPreview]: { readonly params: ExportPreviewParams; readonly answer: null };
  readonly [closePreview]: { readonly params: ClosePreviewParams; readonly answer: null };
  readonly [placeInPreview]: { readonly params: PlaceInPreviewParams; readonly answer: RecordPlace };
  readonly [rosterReport]: { readonly params: RosterReportParams; readonly answer: string };
}

/**
 * Makes a page with pictures of a roster, without names of people, with text that is not saved. Answers with an `Outcome<string>`:
 * the page as HTML.
 */
export const rosterReport = 'oneroster/rosterReport';

export interface RosterReportParams {
  readonly rosterUri: string;
}
