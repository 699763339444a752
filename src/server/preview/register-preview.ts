import type { Connection } from 'vscode-languageserver/node';
import {
  closePreview,
  exportPreview,
  findInPreview,
  placeInPreview,
  previewImport,
  rosterReport,
  type ClosePreviewParams,
  type ExportPreviewParams,
  type FindInPreviewParams,
  type PlaceInPreviewParams,
  type PreviewParams,
  type RosterReportParams,
} from '../../core/page-protocol';
import { asOutcome } from '../outcome';
import type { ReadingServices } from '../read-now';
import { PreviewDesk } from './preview-desk';
import { makeRosterReport } from './roster-report';

/** Answers what the editor asks for its pages: where people would end up, and the roster in pictures. */
export function registerPreview(connection: Connection, services: ReadingServices): void {
  const desk = new PreviewDesk(services);
  connection.onRequest(previewImport, (params: PreviewParams) => asOutcome(() => desk.preview(params)));
  connection.onRequest(findInPreview, (params: FindInPreviewParams) => asOutcome(() => desk.find(params)));
  connection.onRequest(exportPreview, (params: ExportPreviewParams) => asOutcome(() => desk.export(params)));
  connection.onRequest(placeInPreview, (params: PlaceInPreviewParams) => asOutcome(() => desk.place(params)));
  connection.onRequest(closePreview, ({ rosterUri }: ClosePreviewParams) =>
    asOutcome(() => Promise.resolve(desk.close(rosterUri))),
  );
  connection.onRequest(rosterReport, (params: RosterReportParams) =>
    asOutcome(() => makeRosterReport(services, params)),
  );
}
