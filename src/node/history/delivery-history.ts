import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Receipt, ReceiptTarget } from '../../core/delivery/receipt';
import { RosterError } from '../../core/errors';
import { phrase, sentence } from '../../core/text/say';
import { systemCode, unreadableFile } from '../file-failure';
import { readReceipt } from './read-receipt';
import { stageDelivery, type StagedDelivery } from './stage-delivery';

/** A delivery that is on record. */
export interface Delivery {
  /** Tells it apart from all others of its history: `sftp-example-org-3f9a0c12/20261125T233000000Z-1a2b3c4d`. */
  readonly id: string;
  readonly receipt: Receipt;
  /** The package as it was delivered; undefined where it is no longer kept. */
  readonly packagePath: string | undefined;
}

export interface HistoryList {
  /** The latest first. */
  readonly deliveries: readonly Delivery[];
  /** The paths of receipts that cannot be understood. */
  readonly damaged: readonly string[];
}

/** The place that a package is uploaded to, whatever the target is called. */
export type DeliveryPlace = Pick<ReceiptTarget, 'host' | 'port' | 'user' | 'path'>;

/** How many packages are kept for each target, unless the configuration says. */
export const usualKeep = 10;

/**
 * The deliveries that have been made from a roster: a receipt for each, and the last packages themselves. Each target has a
 * folder of its own.
 */
export class DeliveryHistory {
  readonly folder: string;
  readonly #keep: number;

  /** @param keep how many packages are kept for each target; the receipts are all kept */
  constructor(folder: string, keep = usualKeep) {
    this.folder = folder;
    this.#keep = Math.max(keep, 1);
  }

  /** All deliveries. */
  async list(): Promise<HistoryList> {
    const deliveries: Delivery[] = [];
    const damaged: string[] = [];
    for (const key of await namesIn(this.#deliveries)) {
      for (const stamp of await this.#stamps(key)) {
        const delivery = await this.#read(key, stamp);
        if (delivery === undefined) damaged.push(this.#receiptPath(key, stamp));
        else deliveries.push(delivery);
      }
    }
    deliveries.sort((a, b) => (a.receipt.time < b.receipt.time ? 1 : -1));
    return { deliveries, damaged };
  }

  /**
   * The last delivery to a place, or undefined where there was none.
   * @throws RosterError `history-unreadable` where its receipt cannot be understood, for then nobody knows what was delivered
   */
  async last(place: DeliveryPlace): Promise<Delivery | undefined> {
    return this.#nth(place, 0);
  }

  /** The delivery before the last one to a place, or undefined. Throws as `last` does. */
  async lastButOne(place: DeliveryPlace): Promise<Delivery | undefined> {
    return this.#nth(place, 1);
  }

  /** Where the receipt of a delivery lies. */
  receiptPathOf({ id }: Delivery): string {
    return join(this.#deliveries, `${id}.json`);
  }

  /** The delivery of an id, or undefined. */
  async find(id: string): Promise<Delivery | undefined> {
    return (await this.list()).deliveries.find((delivery) => delivery.id === id);
  }

  /**
   * Copies a package that is about to be uploaded, so that a full disk is found before anything is sent.
   * @throws RosterError `file-unwritable`, `file-unreadable`
   */
  async stage(place: DeliveryPlace, localFile: string): Promise<StagedDelivery> {
    const key = keyOf(place);
    return stageDelivery({
      folder: this.folder,
      deliveries: join(this.#deliveries, key),
      localFile,
      onKept: () => this.#prune(key),
    });
  }

  async #nth(place: DeliveryPlace, index: number): Promise<Delivery | undefined> {
    const key = keyOf(place);
    const stamp = (await this.#stamps(key))[index];
    if (stamp === undefined) return undefined;
    const delivery = await this.#read(key, stamp);
    if (delivery === undefined) throw damagedReceipt(this.#receiptPath(key, stamp));
    return delivery;
  }

  get #deliveries(): string {
    return join(this.folder, 'deliveries');
  }

  #receiptPath(key: string, stamp: string): string {
    return join(this.#deliveries, key, `${stamp}.json`);
  }

  /** The receipts of a target by their names, the latest first: a name begins with the time. */
  async #stamps(key: string): Promise<readonly string[]> {
    const names = await namesIn(join(this.#deliveries, key));
    const receipts = names.filter((name) => name.endsWith('.json'));
    return receipts
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
      .reverse();
  }

  async #read(key: string, stamp: string): Promise<Delivery | undefined> {
    const receipt = await readReceipt(this.#receiptPath(key, stamp));
    if (receipt === undefined) return undefined;
    const packagePath = join(this.#deliveries, key, `${stamp}.zip`);
    const isKept = await isThere(packagePath);
    return { id: `${key}/${stamp}`, receipt, packagePath: isKept ? packagePath : undefined };
  }

  /** Removes the packages that are no longer kept. Their receipts stay. */
  async #prune(key: string): Promise<void> {
    for (const stamp of (await this.#stamps(key)).slice(this.#keep)) {
      await rm(join(this.#deliveries, key, `${stamp}.zip`), { force: true });
    }
  }
}

/** A name for a place that files can have, and that no two places share. */
function keyOf({ host, port, user, path }: DeliveryPlace): string {
  const readable = host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const address = JSON.stringify([host.toLowerCase(), port, user, path]);
  return `${readable || 'target'}-${createHash('sha256').update(address).digest('hex').slice(0, 8)}`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw systemCode(error) === undefined ? error : unreadableFile(folder, error);
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}

function damagedReceipt(path: string): RosterError {
  return new RosterError(
    'history-unreadable',
    sentence(
      'The receipt of the last delivery, {path}, cannot be understood, so there is nothing to compare with.',
      { path },
    ),
    phrase('Put it back from a backup. If it is lost, remove the file: the delivery before it counts then.'),
  );
}
