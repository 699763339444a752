import { basename } from 'node:path';
import { overviewPage } from '../../core/overview/overview-page';
import { overviewSteps } from '../../core/overview/overview-steps';
import type { RosterReportParams } from '../../core/page-protocol';
import { validateSteps } from '../../core/validate-roster';
import { inSlices } from '../../node/in-slices';
import { lastDelivered } from '../../node/preview/delivered-roster';
import { readNow, type ReadingServices } from '../read-now';

/** Makes the page with pictures of a roster, and gives it as HTML. */
export async function makeRosterReport(
  services: ReadingServices,
  { rosterUri }: RosterReportParams,
): Promise<string> {
  const { folder, input, options, history } = await readNow(services, rosterUri);
  const { scanner } = services;
  const validation = await inSlices(validateSteps(input, { ...options, scanner }));
  const last = await lastDelivered(history, { profile: validation.roster.profile });
  const before = last === undefined ? undefined : { time: last.delivery.time, roster: last.roster };
  return overviewPage(
    await inSlices(overviewSteps(basename(folder), validation, before)),
    new Date(),
    services.say,
  );
}
