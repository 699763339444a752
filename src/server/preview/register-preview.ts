import type { Connection } from 'vscode-languageserver/node';
import {
  closePreview,
  exportPreview,
  findInPreview,
  placeInPreview,
  previewImport,
  type ClosePreviewParams,
  type ExportPreviewParams,
  type FindInPreviewParams,
  type PlaceInPreviewParams,
  type PreviewParams,
} from '../../core/protocol';
import { asOutcome } from '../as-outcome';
import { PreviewDesk, type PreviewServices } from './preview-desk';

/** Answers what the editor asks about where people would end up. */
export function registerPreview(connection: Connection, services: PreviewServices): void {
  const desk = new PreviewDesk(services);
  connection.onRequest(previewImport, (params: PreviewParams) => asOutcome(() => desk.preview(params)));
  connection.onRequest(findInPreview, (params: FindInPreviewParams) => asOutcome(() => desk.find(params)));
  connection.onRequest(exportPreview, (params: ExportPreviewParams) => asOutcome(() => desk.export(params)));
  connection.onRequest(placeInPreview, (params: PlaceInPreviewParams) => asOutcome(() => desk.place(params)));
  connection.onRequest(closePreview, ({ rosterUri }: ClosePreviewParams) =>
    asOutcome(() => Promise.resolve(desk.close(rosterUri))),
  );
}
